package dev.wrapkey.ui.vault;

import dev.wrapkey.language.FileProblem;
import dev.wrapkey.provisioning.Cancellation;
import dev.wrapkey.provisioning.Cloud;
import dev.wrapkey.provisioning.CloudFailure;
import dev.wrapkey.provisioning.Key;
import dev.wrapkey.provisioning.KeyDeletion;
import dev.wrapkey.provisioning.KeyEdit;
import dev.wrapkey.provisioning.KeyIdentifier;
import dev.wrapkey.provisioning.KeyStore;
import dev.wrapkey.provisioning.RotationPolicy;
import dev.wrapkey.rules.KeyAct;
import dev.wrapkey.time.Time;
import dev.wrapkey.ui.task.Running;
import dev.wrapkey.ui.task.Tasks;
import dev.wrapkey.ui.vault.Deeds.News;
import dev.wrapkey.ui.view.Texts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

/** One key: its versions, its policy, its end and its return. */
public final class KeyPageViewModel {

  private final Cloud cloud;
  private final Tasks tasks;
  private final Time time;
  private final KeyStore store;
  private final KeyIdentifier id;
  private final Deeds deeds;
  private final ReadOnlyObjectWrapper<Optional<KeyState>> state =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final ReadOnlyObjectWrapper<Optional<Key>> chosen =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final ReadOnlyObjectWrapper<Optional<ImpactViewModel>> users =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final ReadOnlyStringWrapper failure = new ReadOnlyStringWrapper("");
  private Running reading = new Running();
  private Running looking = new Running();

  /**
   * @param time the cloud's clock
   * @param key with or without version
   */
  public KeyPageViewModel(Cloud cloud, Tasks tasks, Time time, KeyStore store, KeyIdentifier key) {
    this.cloud = cloud;
    this.tasks = tasks;
    this.time = time;
    this.store = store;
    id = key.versionless();
    deeds = new Deeds(tasks, store, this::refresh);
  }

  /** Reads the key anew; what is there stays until the answer has come. */
  public void refresh() {
    reading.cancel();
    failure.set("");
    reading = tasks.run(() -> new KeyReader(cloud, store).read(id), this::arrived, this::failed);
  }

  private void arrived(KeyState now) {
    state.set(Optional.of(now));
    users.get().ifPresent(ImpactViewModel::leave);
    KeyAct act = now instanceof KeyState.Gone ? KeyAct.PURGE : KeyAct.DELETE;
    ImpactViewModel who =
        new ImpactViewModel(cloud, tasks, time, Question.of(act, store, id, newest()), () -> {});
    users.set(Optional.of(who));
    who.look();
    choose(stillThere(now));
  }

  private Optional<Key> stillThere(KeyState now) {
    if (!(now instanceof KeyState.Living living)) {
      return Optional.empty();
    }
    return living.versions().stream()
        .filter(v -> chosen.get().filter(c -> c.id().equals(v.id())).isPresent())
        .findFirst()
        .or(() -> living.versions().stream().findFirst());
  }

  private void failed(CloudFailure why) {
    failure.set(Need.READ.explain(store, why));
  }

  /** Takes a closer look at a version. */
  void choose(Optional<Key> version) {
    looking.cancel();
    chosen.set(version);
    version.ifPresent(
        v ->
            looking =
                tasks.run(
                    () -> cloud.keyStores().get(v.id()),
                    whole -> chosen.set(Optional.of(whole)),
                    why -> failure.set(Need.READ.explain(store, why))));
  }

  /** Makes a new version. */
  public void rotate() {
    deeds.run(
        Texts.text("keypage.doing.rotate"),
        Need.CHANGE,
        () -> News.good("keypage.done.rotate", VersionState.brief(cloud.keyStores().rotate(id))));
  }

  /** Changes a version; what takes it away from servers is asked about before. */
  public void edit(KeyIdentifier version, KeyEdit wanted) {
    deeds.run(
        Texts.text("keypage.doing.edit"),
        Need.CHANGE,
        () -> {
          Key now = cloud.keyLife().edit(version, wanted);
          String what = wanted.enabled().map(on -> on ? "enabled" : "disabled").orElse("edit");
          return News.good("keypage.done." + what, VersionState.brief(now));
        });
  }

  void delete() {
    deeds.run(
        Texts.text("keypage.doing.delete"),
        Need.DELETE,
        () -> {
          new KeyDeletion(cloud, time).delete(id, new Cancellation());
          boolean kept = store.protection().softDelete();
          return News.good(kept ? "keypage.done.delete" : "keypage.done.purge", id.key());
        });
  }

  /** Brings the deleted key back. */
  public void recover() {
    deeds.run(
        Texts.text("keypage.doing.recover"),
        Need.DELETED,
        () -> {
          new KeyDeletion(cloud, time).recover(id, new Cancellation());
          return News.good("keypage.done.recover", id.key());
        });
  }

  void purge() {
    deeds.run(
        Texts.text("keypage.doing.purge"),
        Need.PURGE,
        () -> {
          cloud.keyLife().purge(id);
          return News.good("keypage.done.purge", id.key());
        });
  }

  void keepPolicy(RotationPolicy policy) {
    deeds.run(
        Texts.text("keypage.doing.policy"),
        Need.POLICY,
        () -> {
          cloud.keyLife().setPolicy(id, policy);
          return News.good("keypage.done.policy");
        });
  }

  /** Writes a backup of the key, sealed by its store, into a new file. */
  public void backup(Path file) {
    deeds.run(
        Texts.text("keypage.doing.backup"),
        Need.BACKUP,
        () -> {
          byte[] blob = cloud.keyStores().backup(id).blob();
          try {
            Files.write(file, blob);
          } catch (IOException cannotWrite) {
            return News.bad("keypage.backup.failed", file, FileProblem.reason(cannotWrite));
          }
          return News.good("keypage.done.backup", file);
        });
  }

  /** What deleting the key would do, to be confirmed. */
  public ImpactViewModel askDelete() {
    return ask(Question.of(KeyAct.DELETE, store, id, newest()), this::delete);
  }

  /** What purging the deleted key would do, to be confirmed. */
  public ImpactViewModel askPurge() {
    return ask(Question.of(KeyAct.PURGE, store, id, Optional.empty()), this::purge);
  }

  /**
   * What changing a version would do, to be confirmed; empty if it takes nothing away.
   *
   * @param version in full
   */
  public Optional<ImpactViewModel> askEdit(Key version, KeyEdit wanted) {
    List<KeyAct> acts = KeyAct.of(version, wanted, now());
    return acts.isEmpty()
        ? Optional.empty()
        : Optional.of(
            ask(
                new Question(acts, store, version.id(), newest()),
                () -> edit(version.id(), wanted)));
  }

  private ImpactViewModel ask(Question question, Runnable deed) {
    return new ImpactViewModel(cloud, tasks, time, question, deed);
  }

  private Optional<Key> newest() {
    return state
        .get()
        .filter(KeyState.Living.class::isInstance)
        .map(KeyState.Living.class::cast)
        .map(KeyState.Living::newest);
  }

  Instant now() {
    return time.now();
  }

  public KeyStore store() {
    return store;
  }

  public KeyIdentifier id() {
    return id;
  }

  public Deeds deeds() {
    return deeds;
  }

  /** Empty until the key has been read. */
  public ReadOnlyObjectProperty<Optional<KeyState>> stateProperty() {
    return state.getReadOnlyProperty();
  }

  /** The version looked at; in full as soon as it has been read. */
  ReadOnlyObjectProperty<Optional<Key>> chosenProperty() {
    return chosen.getReadOnlyProperty();
  }

  /** Who needs this key, while it lives, is deleted, or is gone. */
  public ReadOnlyObjectProperty<Optional<ImpactViewModel>> usersProperty() {
    return users.getReadOnlyProperty();
  }

  /** Why the key could not be read, and which right is missing; empty if nothing is wrong. */
  public ReadOnlyStringProperty failureProperty() {
    return failure.getReadOnlyProperty();
  }
}
