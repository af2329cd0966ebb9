package dev.wrapkey.ui.inside;

import dev.wrapkey.encryption.Inspector;
import dev.wrapkey.encryption.KeyUnavailable;
import dev.wrapkey.encryption.RekeyReport;
import dev.wrapkey.encryption.StoredKey;
import dev.wrapkey.provisioning.ResourceId;
import dev.wrapkey.ui.task.Tasks;
import dev.wrapkey.ui.view.Texts;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** The data keys of a volume, one of them chosen; seals a segment anew under another one. */
public final class DataKeysViewModel {

  /** How the last re-key went. */
  enum Mood {
    GOOD,
    BAD
  }

  /** What the last re-key did, or why it did nothing. */
  record News(Mood mood, String words) {}

  private final Inspector inspector;
  private final Tasks tasks;
  private final ResourceId server;
  private final Runnable changed;
  private final VolumeWork inheriting;
  private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();
  private final ReadOnlyObjectWrapper<Optional<Inspector.Content>> volume =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final ReadOnlyObjectWrapper<Optional<StoredKey>> chosen =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final ReadOnlyObjectWrapper<Optional<News>> news =
      new ReadOnlyObjectWrapper<>(Optional.empty());

  /**
   * @param changed what to do when a segment has been sealed anew, or should have been
   */
  DataKeysViewModel(Inspector inspector, Tasks tasks, ResourceId server, Runnable changed) {
    this.inspector = inspector;
    this.tasks = tasks;
    this.server = server;
    this.changed = changed;
    this.inheriting = new VolumeWork(tasks, changed);
  }

  /** Shows a volume; if it is the same as before, the same segment stays chosen. */
  void show(Inspector.Content newVolume) {
    boolean same = volume.get().filter(v -> v.kind().equals(newVolume.kind())).isPresent();
    OptionalInt segment =
        same
            ? chosen.get().map(StoredKey::segment).orElse(OptionalInt.empty())
            : OptionalInt.empty();
    if (!same) {
      news.set(Optional.empty());
      inheriting.forget();
    }
    List<StoredKey> keys = newVolume.facts().keys();
    chosen.set(
        keys.stream()
            .filter(key -> key.segment().equals(segment))
            .findFirst()
            .or(() -> keys.stream().findFirst()));
    volume.set(Optional.of(newVolume));
  }

  /** Looks at another data key. */
  void choose(StoredKey key) {
    chosen.set(Optional.of(key));
  }

  /** Pages that share the data key. */
  long pagesOf(StoredKey key) {
    return volume
        .get()
        .map(v -> Math.min(v.facts().pagesPerSegment(), v.facts().pages() - key.firstPage()))
        .orElse(0L);
  }

  /** Seals the chosen segment anew; does nothing while another one is. */
  void rekey() {
    OptionalInt segment = chosen.get().map(StoredKey::segment).orElse(OptionalInt.empty());
    if (busy.get() || segment.isEmpty() || volume.get().isEmpty()) {
      return;
    }
    String kind = volume.get().get().kind();
    busy.set(true);
    news.set(Optional.empty());
    tasks.run(
        () -> attempt(kind, segment.getAsInt()),
        ended -> {
          busy.set(false);
          news.set(Optional.of(ended));
          changed.run();
        },
        InsideViewModel::never);
  }

  private News attempt(String kind, int segment) {
    try {
      return inspector
          .rekey(server.toString(), kind, segment)
          .map(report -> new News(Mood.GOOD, words(report)))
          .orElseGet(() -> new News(Mood.BAD, Texts.text("inside.rekey.gone", segment)));
    } catch (KeyUnavailable refused) {
      String why = String.valueOf(refused.getMessage());
      return new News(Mood.BAD, Texts.text("inside.rekey.refused", refused.code(), why));
    }
  }

  private static String words(RekeyReport report) {
    return Texts.text(
        "inside.rekey.done", report.segments(), report.pagesRewritten(), report.keyOperations());
  }

  /** The data keys of segments that came with a restored backup. */
  List<StoredKey> inherited() {
    return volume.get().stream()
        .flatMap(v -> v.facts().keys().stream())
        .filter(key -> key.isInherited() && key.segment().isPresent())
        .toList();
  }

  /** Seals all inherited segments anew. */
  void rekeyInherited() {
    if (!inherited().isEmpty()) {
      inheriting.start(
          watch -> {
            RekeyReport report = inspector.rekeyInherited(server.toString(), watch);
            return new VolumeWork.News(true, words(report));
          });
    }
  }

  /** Sealing all inherited segments anew. */
  VolumeWork inheriting() {
    return inheriting;
  }

  /** While a segment is sealed anew. */
  ReadOnlyBooleanProperty busyProperty() {
    return busy.getReadOnlyProperty();
  }

  /** The volume whose keys these are. */
  ReadOnlyObjectProperty<Optional<Inspector.Content>> volumeProperty() {
    return volume.getReadOnlyProperty();
  }

  /** The data key that is looked at. */
  ReadOnlyObjectProperty<Optional<StoredKey>> chosenProperty() {
    return chosen.getReadOnlyProperty();
  }

  /** How the last re-key of this volume went; empty before the first. */
  ReadOnlyObjectProperty<Optional<News>> newsProperty() {
    return news.getReadOnlyProperty();
  }
}
