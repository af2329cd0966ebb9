package dev.wrapkey.ui.server;

import dev.wrapkey.provisioning.Cloud;
import dev.wrapkey.provisioning.CloudFailure;
import dev.wrapkey.provisioning.Origin;
import dev.wrapkey.provisioning.ResourceId;
import dev.wrapkey.provisioning.Server;
import dev.wrapkey.ui.task.Running;
import dev.wrapkey.ui.task.Tasks;
import java.util.Optional;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
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
  private final ReadOnlyStringWrapper json = new ReadOnlyStringWrapper("");
  private final ReadOnlyObjectWrapper<@Nullable CloudFailure> jsonFailure =
      new ReadOnlyObjectWrapper<>();
  private final ReadOnlyStringWrapper subscription;
  private final ReadOnlyObjectWrapper<Optional<Origin>> origin =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private Function<Server, Optional<Origin>> origins = _ -> Optional.empty();
  private Running current = new Running();

  public ServerViewModel(Cloud cloud, Tasks tasks, ResourceId id) {
    this.cloud = cloud;
    this.tasks = tasks;
    this.id = id;
    this.subscription = new ReadOnlyStringWrapper(id.subscription());
  }

  public ResourceId id() {
    return id;
  }

  /** Who knows what a server was copied from, where this program has made it. */
  public void originsFrom(Function<Server, Optional<Origin>> known) {
    origins = known;
  }

  /** What the server was copied from, where that is known. */
  ReadOnlyObjectProperty<Optional<Origin>> originProperty() {
    return origin.getReadOnlyProperty();
  }

  /** Asks the cloud anew. */
  public void refresh() {
    current.cancel();
    loading.set(true);
    failure.set(null);
    nameSubscription();
    current = tasks.run(() -> cloud.servers().get(id), this::arrived, this::failed);
  }

  /** Asks for the server's whole description. */
  void readJson() {
    json.set("");
    jsonFailure.set(null);
    tasks.run(() -> cloud.servers().json(id), json::set, jsonFailure::set);
  }

  ReadOnlyStringProperty jsonProperty() {
    return json.getReadOnlyProperty();
  }

  ReadOnlyObjectProperty<@Nullable CloudFailure> jsonFailureProperty() {
    return jsonFailure.getReadOnlyProperty();
  }

  /** The name of its subscription, its id until the name is known. */
  ReadOnlyStringProperty subscriptionProperty() {
    return subscription.getReadOnlyProperty();
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

  // Only a nicety: without it the id stands there.
  private void nameSubscription() {
    if (subscription.get().equals(id.subscription())) {
      tasks.run(
          () -> cloud.directory().subscriptions(),
          all ->
              all.stream()
                  .filter(one -> one.id().equals(id.subscription()))
                  .forEach(one -> subscription.set(one.name())),
          why -> {});
    }
  }

  private void arrived(Server answer) {
    loading.set(false);
    server.set(answer);
    tasks.run(() -> origins.apply(answer), origin::set, why -> {});
  }

  private void failed(CloudFailure why) {
    loading.set(false);
    failure.set(why);
  }
}
