package dev.wrapkey.ui.server;

import dev.wrapkey.provisioning.Cloud;
import dev.wrapkey.provisioning.CloudFailure;
import dev.wrapkey.provisioning.ResourceId;
import dev.wrapkey.provisioning.Server;
import dev.wrapkey.ui.task.Running;
import dev.wrapkey.ui.task.Tasks;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/** One server as the cloud describes it now. */
public final class ServerViewModel {

  private final Cloud cloud;
  private final Tasks tasks;
  private final ResourceId id;
  private final ReadOnlyObjectWrapper<@Nullable Server> server = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<@Nullable CloudFailure> failure =
      new ReadOnlyObjectWrapper<>();
  private final ReadOnlyBooleanWrapper loading = new ReadOnlyBooleanWrapper();
  private Running current = new Running();

  public ServerViewModel(Cloud cloud, Tasks tasks, ResourceId id) {
    this.cloud = cloud;
    this.tasks = tasks;
    this.id = id;
  }

  public ResourceId id() {
    return id;
  }

  /** Asks the cloud anew. */
  public void refresh() {
    current.cancel();
    loading.set(true);
    failure.set(null);
    current = tasks.run(() -> cloud.servers().get(id), this::arrived, this::failed);
  }

  public ReadOnlyObjectProperty<@Nullable Server> serverProperty() {
    return server.getReadOnlyProperty();
  }

  public ReadOnlyObjectProperty<@Nullable CloudFailure> failureProperty() {
    return failure.getReadOnlyProperty();
  }

  public ReadOnlyBooleanProperty loadingProperty() {
    return loading.getReadOnlyProperty();
  }

  private void arrived(Server answer) {
    loading.set(false);
    server.set(answer);
  }

  private void failed(CloudFailure why) {
    loading.set(false);
    failure.set(why);
  }
}
