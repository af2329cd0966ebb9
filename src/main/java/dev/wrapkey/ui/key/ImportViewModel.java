package dev.wrapkey.ui.key;

import dev.wrapkey.provisioning.Cloud;
import dev.wrapkey.provisioning.CloudFailure;
import dev.wrapkey.provisioning.Key;
import dev.wrapkey.provisioning.KeyOrder;
import dev.wrapkey.provisioning.KeyStore;
import dev.wrapkey.provisioning.KeyStores;
import dev.wrapkey.time.Time;
import dev.wrapkey.ui.task.Running;
import dev.wrapkey.ui.task.Tasks;
import dev.wrapkey.ui.view.Texts;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.StringExpression;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableValue;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/** A new key for the chosen store: made there, imported from a file, or restored from a backup. */
public final class ImportViewModel {

  /** Where the key comes from. */
  public enum Way {
    GENERATE,
    IMPORT,
    RESTORE
  }

  private final KeyStores stores;
  private final Tasks tasks;
  private final ReadOnlyObjectProperty<@Nullable KeyStore> store;
  private final ObservableList<Key> known;
  private final Consumer<Key> made;

  private final BooleanProperty open = new SimpleBooleanProperty();
  private final ObjectProperty<Way> way = new SimpleObjectProperty<>(Way.GENERATE);
  private final KeyDraft draft = new KeyDraft();
  private final Entry file = new Entry();
  private final Entry password = new Entry();
  private final Entry entry = new Entry();
  private final ObservableList<String> entries = FXCollections.observableArrayList();
  private final StringProperty refusal = new SimpleStringProperty("");
  private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();
  private final OwnAccess access;
  private Running running = new Running();
  private @Nullable Supplier<KeyMaking.Result> begun;

  /**
   * @param time the cloud's clock
   * @param store the chosen store, if one is
   * @param known its keys, as far as they are listed
   * @param made is told of the new key
   */
  ImportViewModel(
      Cloud cloud,
      Tasks tasks,
      Time time,
      ReadOnlyObjectProperty<@Nullable KeyStore> store,
      ObservableList<Key> known,
      Consumer<Key> made) {
    this.access = new OwnAccess(cloud, tasks, time);
    this.stores = cloud.keyStores();
    this.tasks = tasks;
    this.store = store;
    this.known = known;
    this.made = made;
    store.subscribe(this::close);
    way.subscribe(this::excuse);
    file.text().subscribe(this::forgetEntries);
  }

  BooleanProperty openProperty() {
    return open;
  }

  ObjectProperty<Way> wayProperty() {
    return way;
  }

  /** What the key shall be. */
  KeyDraft draft() {
    return draft;
  }

  Entry file() {
    return file;
  }

  Entry password() {
    return password;
  }

  /** Which key of the file, where it holds several. */
  Entry entry() {
    return entry;
  }

  /** The names to choose from; empty unless the file holds several keys. */
  ObservableList<String> entries() {
    return entries;
  }

  /** What the key store said against it; empty for nothing. */
  StringProperty refusalProperty() {
    return refusal;
  }

  /** What the account could do if it was refused for lack of a right. */
  OwnAccess access() {
    return access;
  }

  ReadOnlyBooleanProperty busyProperty() {
    return busy.getReadOnlyProperty();
  }

  /** True where a person can choose between hardware and software. */
  ObservableValue<Boolean> hardwareOfferedProperty() {
    return store.map(s -> s.hardware() && s.kind() == KeyStore.Kind.KEY_VAULT).orElse(false);
  }

  /** That a key of this name exists already, so that this makes a version of it. */
  StringExpression nameHintProperty() {
    return Bindings.createStringBinding(
        () ->
            known.stream().anyMatch(k -> k.id().key().equalsIgnoreCase(draft.name().trimmed()))
                ? Texts.text("key.new.version")
                : "",
        draft.name().text(),
        known);
  }

  void open() {
    open.set(store.get() != null);
  }

  /** Takes the form away; work that runs is given up. */
  void close() {
    open.set(false);
    cancel();
    draft.clear();
    file.clear();
    password.clear();
    refusal.set("");
    way.set(Way.GENERATE);
  }

  /** Gives the work up; the store may have done it already. */
  void cancel() {
    running.cancel();
    access.forget();
    busy.set(false);
  }

  private void excuse() {
    refusal.set("");
    access.forget();
  }

  /** Gives the account the right that it lacked, and goes on with what was refused. */
  void grantSelf() {
    KeyStore into = store.get();
    Supplier<KeyMaking.Result> work = begun;
    if (into != null && work != null) {
      refusal.set("");
      access.grant(into, work, this::end);
    }
  }

  /** Begins, if what stands in the form can be tried. */
  void submit() {
    KeyStore into = store.get();
    if (into == null || busy.get()) {
      return;
    }
    excuse();
    draft.excuse();
    List.of(file, password, entry).forEach(Entry::excuse);
    switch (way.get()) {
      case GENERATE -> draft.order(into).ifPresent(o -> start(generating(into, o)));
      case IMPORT -> {
        boolean named = draft.isNamed();
        source().filter(s -> named).ifPresent(s -> start(importing(into, s)));
      }
      case RESTORE -> source().ifPresent(s -> start(() -> new KeyMaking(stores).restore(into, s)));
    }
  }

  private Supplier<KeyMaking.Result> generating(KeyStore into, KeyOrder order) {
    String wanted = draft.name().trimmed();
    return () -> new KeyMaking.Arrived(stores.create(into, wanted, order));
  }

  private Supplier<KeyMaking.Result> importing(KeyStore into, KeyMaking.Source source) {
    String wanted = draft.name().trimmed();
    boolean inHardware = draft.isForHardware(into);
    return () -> new KeyMaking(stores).bring(into, wanted, source, inHardware);
  }

  private Optional<KeyMaking.Source> source() {
    Optional<Path> path = path(file.trimmed());
    if (path.isEmpty()) {
      file.complain(Texts.text("key.new.file.missing"));
    }
    String secret = way.get() == Way.IMPORT ? password.text().get() : "";
    Optional<String> which = Optional.ofNullable(entry.text().get()).filter(e -> !e.isEmpty());
    return path.map(p -> new KeyMaking.Source(p, secret, which));
  }

  private static Optional<Path> path(String written) {
    try {
      return written.isEmpty() ? Optional.empty() : Optional.of(Path.of(written));
    } catch (InvalidPathException _) {
      return Optional.empty();
    }
  }

  private void start(Supplier<KeyMaking.Result> work) {
    busy.set(true);
    begun = work;
    running = new Running();
    tasks.run(running, work::get, this::end, this::refused);
  }

  private void end(KeyMaking.Result result) {
    busy.set(false);
    switch (result) {
      case KeyMaking.Arrived arrived -> {
        close();
        made.accept(arrived.key());
      }
      case KeyMaking.Refused refused -> explain(refused);
      case KeyMaking.Misplaced _ ->
          file.complain(
              Texts.text(
                  way.get() == Way.IMPORT ? "key.new.file.backup" : "key.new.file.nobackup"));
    }
  }

  private void explain(KeyMaking.Refused refused) {
    String sentence = refused.why().sentence();
    switch (refused.why().reason()) {
      case PASSWORD_MISSING, PASSWORD_WRONG -> password.complain(sentence);
      case SEVERAL_KEYS, NO_SUCH_NAME -> {
        entries.setAll(refused.why().names());
        (entries.isEmpty() ? file : entry).complain(sentence);
      }
      default -> file.complain(sentence);
    }
  }

  private void refused(CloudFailure failure) {
    busy.set(false);
    boolean nameTaken = failure.kind() == CloudFailure.Kind.NAME_TAKEN && way.get() != Way.RESTORE;
    if (nameTaken) {
      draft.name().complain(failure.details());
    } else {
      refusal.set(failure.details());
      Optional.ofNullable(store.get()).ifPresent(into -> access.follow(into, failure));
    }
  }

  private void forgetEntries() {
    entries.clear();
    entry.clear();
  }
}
