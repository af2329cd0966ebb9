package dev.wrapkey.ui.vault;

import dev.wrapkey.provisioning.Cloud;
import dev.wrapkey.provisioning.CloudFailure;
import dev.wrapkey.rules.KeyImpact;
import dev.wrapkey.time.Time;
import dev.wrapkey.ui.task.Running;
import dev.wrapkey.ui.task.Tasks;
import java.util.List;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanExpression;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.jspecify.annotations.Nullable;

/**
 * Before you break it: what an act on a key does to which servers, and the answer to whether it
 * shall be done.
 */
public final class ImpactViewModel {

  /**
   * What was found out.
   *
   * @param impact what the act does
   * @param subscriptions how many subscriptions were looked at
   * @param unread the names of those that could not be read
   */
  record Findings(KeyImpact impact, int subscriptions, List<String> unread) {

    /** Whether there may be servers that are not known. */
    boolean isPartial() {
      return !unread.isEmpty();
    }
  }

  private final Cloud cloud;
  private final Tasks tasks;
  private final Time time;
  private final Question question;
  private final Runnable confirmed;
  private final ReadOnlyObjectWrapper<Optional<Findings>> findings =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final ReadOnlyObjectWrapper<@Nullable CloudFailure> failure =
      new ReadOnlyObjectWrapper<>();
  private final StringProperty typed = new SimpleStringProperty("");
  private final BooleanExpression ready;
  private Running current = new Running();

  /**
   * @param time the cloud's clock
   * @param confirmed does it
   */
  ImpactViewModel(Cloud cloud, Tasks tasks, Time time, Question question, Runnable confirmed) {
    this.cloud = cloud;
    this.tasks = tasks;
    this.time = time;
    this.question = question;
    this.confirmed = confirmed;
    ready = Bindings.createBooleanBinding(this::isReady, findings, failure, typed);
  }

  /** Looks for the servers anew. */
  public void look() {
    current.cancel();
    findings.set(Optional.empty());
    failure.set(null);
    Running mine = new Running();
    current = mine;
    tasks.run(
        mine,
        () -> new Dependents(cloud).find(mine.cancellation()),
        found ->
            findings.set(
                Optional.of(
                    new Findings(
                        KeyImpact.of(
                            question.act(),
                            question.target(),
                            question.newest(),
                            found.users(),
                            time.now()),
                        found.subscriptions(),
                        found.unread()))),
        failure::set);
  }

  /** Ends the look. */
  public void leave() {
    current.cancel();
  }

  /** Does it, if it may be done. */
  public void confirm() {
    if (ready.get()) {
      confirmed.run();
    }
  }

  private boolean isReady() {
    boolean known = findings.get().isPresent() || failure.get() != null;
    return known && (!isNameDemanded() || typed.get().strip().equals(question.target().key()));
  }

  /**
   * Whether the key's name must be typed: before what cannot be undone, and where it is not known
   * who depends on the key.
   */
  boolean isNameDemanded() {
    return question.act().isFinal()
        || failure.get() != null
        || findings.get().filter(Findings::isPartial).isPresent();
  }

  Question question() {
    return question;
  }

  /** Empty while it is being looked for. */
  public ReadOnlyObjectProperty<Optional<Findings>> findingsProperty() {
    return findings.getReadOnlyProperty();
  }

  /** Why nothing is known about the servers; null if something is. */
  public ReadOnlyObjectProperty<@Nullable CloudFailure> failureProperty() {
    return failure.getReadOnlyProperty();
  }

  /** What the person has typed as the key's name. */
  public StringProperty typedProperty() {
    return typed;
  }

  /** Whether it may be done now. */
  public BooleanExpression readyProperty() {
    return ready;
  }
}
