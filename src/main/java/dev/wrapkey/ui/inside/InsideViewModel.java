package dev.wrapkey.ui.inside;

import dev.wrapkey.encryption.Inspector;
import dev.wrapkey.encryption.WrappedKey;
import dev.wrapkey.provisioning.CloudFailure;
import dev.wrapkey.provisioning.ResourceId;
import dev.wrapkey.ui.task.Running;
import dev.wrapkey.ui.task.Tasks;
import java.util.HexFormat;
import java.util.Optional;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleIntegerProperty;

/** The data volume of a practice server, its wrapped key, and one page of it. */
public final class InsideViewModel {

  private final Inspector inspector;
  private final Tasks tasks;
  private final ResourceId server;
  private final IntegerProperty page = new SimpleIntegerProperty(1);
  private final ReadOnlyObjectWrapper<Optional<Inspector.Storage>> storage =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final ReadOnlyObjectWrapper<Optional<Inspector.Page>> shown =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private Running looking = new Running();
  private Running turning = new Running();

  public InsideViewModel(Inspector inspector, Tasks tasks, ResourceId server) {
    this.inspector = inspector;
    this.tasks = tasks;
    this.server = server;
    page.subscribe((was, is) -> turn());
  }

  /** Reads the volume again. */
  public void refresh() {
    looking.cancel();
    looking =
        tasks.run(() -> inspector.look(server.toString()), storage::set, InsideViewModel::never);
    turn();
  }

  IntegerProperty pageProperty() {
    return page;
  }

  ReadOnlyObjectProperty<Optional<Inspector.Storage>> storageProperty() {
    return storage.getReadOnlyProperty();
  }

  ReadOnlyObjectProperty<Optional<Inspector.Page>> shownProperty() {
    return shown.getReadOnlyProperty();
  }

  static String hex(WrappedKey key) {
    return HexFormat.of().formatHex(key.bytes());
  }

  private void turn() {
    turning.cancel();
    int wanted = page.get();
    turning =
        tasks.run(
            () -> inspector.page(server.toString(), wanted), shown::set, InsideViewModel::never);
  }

  private static void never(CloudFailure impossible) {
    throw impossible; // an inspector reads files of this machine and asks no cloud
  }
}
