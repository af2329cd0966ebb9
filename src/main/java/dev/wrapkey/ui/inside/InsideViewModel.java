package dev.wrapkey.ui.inside;

import dev.wrapkey.encryption.Inspector;
import dev.wrapkey.encryption.WrappedKey;
import dev.wrapkey.provisioning.CloudFailure;
import dev.wrapkey.provisioning.ResourceId;
import dev.wrapkey.ui.task.Running;
import dev.wrapkey.ui.task.Tasks;
import dev.wrapkey.ui.view.Texts;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleIntegerProperty;

/** The volumes of a practice server, and of the chosen one its data keys and one page. */
public final class InsideViewModel {

  /** What there is to see. */
  enum State {
    LOADING,
    NOTHING,
    READY
  }

  private record Seen(Turned turned, Optional<Inspector.Storage> storage) {}

  /** A page, or why there is none. */
  private record Turned(Optional<Inspector.Page> page, Optional<Inspector.Unopened> unopened) {}

  private final Inspector inspector;
  private final Tasks tasks;
  private final ResourceId server;
  private final DataKeysViewModel keys;
  private final IntegerProperty page = new SimpleIntegerProperty(1);
  private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(State.LOADING);
  private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();
  private final ReadOnlyBooleanWrapper locked = new ReadOnlyBooleanWrapper();
  private final ReadOnlyObjectWrapper<Optional<Inspector.Storage>> storage =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final ReadOnlyObjectWrapper<Optional<Inspector.Content>> volume =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final ReadOnlyObjectWrapper<Optional<Inspector.Page>> shown =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final ReadOnlyObjectWrapper<Optional<Inspector.Unopened>> unopened =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final VolumeWork checking;
  private Running looking = new Running();
  private Running turning = new Running();

  public InsideViewModel(Inspector inspector, Tasks tasks, ResourceId server) {
    this.inspector = inspector;
    this.tasks = tasks;
    this.server = server;
    keys = new DataKeysViewModel(inspector, tasks, server, this::refresh);
    checking = new VolumeWork(tasks, () -> {});
    page.subscribe((was, is) -> turn());
  }

  /** Reads the volumes again. */
  public void refresh() {
    looking.cancel();
    turning.cancel();
    busy.set(true);
    String kind = kind();
    int wanted = page.get();
    looking =
        tasks.run(
            () ->
                new Seen( // the page first: what it asks of the key store is in the log then
                    page(kind, wanted), inspector.look(server.toString())),
            this::show,
            InsideViewModel::never);
  }

  private void show(Seen seen) {
    busy.set(false);
    String before = kind();
    storage.set(seen.storage());
    volume.set(seen.storage().flatMap(s -> pick(s, before)));
    volume.get().ifPresent(keys::show);
    state.set(volume.get().isPresent() ? State.READY : State.NOTHING);
    if (kind().equals(before)) {
      show(seen.turned());
    } else {
      turn();
    }
  }

  private static Optional<Inspector.Content> pick(Inspector.Storage storage, String kind) {
    return storage.volumes().stream()
        .filter(v -> v.kind().equals(kind))
        .findFirst()
        .or(() -> storage.volumes().stream().findFirst());
  }

  private String kind() {
    return volume.get().map(Inspector.Content::kind).orElse(Inspector.DATA);
  }

  /** Looks into another volume. */
  void choose(Inspector.Content wanted) {
    if (volume.get().filter(wanted::equals).isPresent()) {
      return;
    }
    volume.set(Optional.of(wanted));
    keys.show(wanted);
    checking.forget();
    int last = (int) Math.clamp(wanted.facts().pages() - 1, 0, Integer.MAX_VALUE);
    if (page.get() > last) {
      page.set(last);
    } else {
      turn();
    }
  }

  private void turn() {
    turning.cancel();
    String kind = kind();
    int wanted = page.get();
    turning = tasks.run(() -> page(kind, wanted), this::show, InsideViewModel::never);
  }

  private Turned page(String kind, int wanted) {
    Optional<Inspector.Page> opened = inspector.page(server.toString(), kind, wanted);
    return new Turned(
        opened,
        opened.isPresent()
            ? Optional.empty()
            : inspector.unopened(server.toString(), kind, wanted));
  }

  private void show(Turned turned) {
    locked.set(turned.unopened().isPresent());
    shown.set(turned.page());
    unopened.set(turned.unopened());
  }

  /** Opens every page of the chosen volume, without showing any. */
  void verify() {
    String kind = kind();
    checking.start(
        watch ->
            inspector
                .verify(server.toString(), kind, watch)
                .map(Verified::news)
                .orElseGet(() -> new VolumeWork.News(false, Texts.text("inside.verify.gone"))));
  }

  /** Opening every page. */
  VolumeWork checking() {
    return checking;
  }

  /** All volumes of the server. */
  List<Inspector.Content> volumes() {
    return storage.get().map(Inspector.Storage::volumes).orElse(List.of());
  }

  /** What the key store did since the chosen volume's key version came, if its log tells. */
  Optional<KeyWork> work() {
    return storage
        .get()
        .flatMap(_ -> volume.get())
        .flatMap(v -> KeyWork.of(v.facts().wrapped().keyVersion(), v.calls()));
  }

  /** The last call that the key store refused, if the newest one was. */
  Optional<Inspector.Call> refusal() {
    return volume
        .get()
        .flatMap(v -> v.calls().stream().findFirst())
        .filter(call -> call.status() >= 400);
  }

  DataKeysViewModel keys() {
    return keys;
  }

  IntegerProperty pageProperty() {
    return page;
  }

  ReadOnlyObjectProperty<State> stateProperty() {
    return state.getReadOnlyProperty();
  }

  /** While the volumes are read. */
  ReadOnlyBooleanProperty busyProperty() {
    return busy.getReadOnlyProperty();
  }

  /** Whether a page is there that the key does not open. */
  ReadOnlyBooleanProperty lockedProperty() {
    return locked.getReadOnlyProperty();
  }

  ReadOnlyObjectProperty<Optional<Inspector.Storage>> storageProperty() {
    return storage.getReadOnlyProperty();
  }

  /** The chosen volume; the data volume at first. */
  ReadOnlyObjectProperty<Optional<Inspector.Content>> volumeProperty() {
    return volume.getReadOnlyProperty();
  }

  /** The page as it lies on disk with the reason why it cannot be opened, if it cannot. */
  ReadOnlyObjectProperty<Optional<Inspector.Unopened>> unopenedProperty() {
    return unopened.getReadOnlyProperty();
  }

  ReadOnlyObjectProperty<Optional<Inspector.Page>> shownProperty() {
    return shown.getReadOnlyProperty();
  }

  static String hex(WrappedKey key) {
    return HexFormat.of().formatHex(key.bytes());
  }

  static void never(CloudFailure impossible) {
    throw impossible; // an inspector reads files of this machine and asks no cloud
  }
}
