package dev.wrapkey.ui.wizard;

import dev.wrapkey.provisioning.Cloud;
import dev.wrapkey.provisioning.Region;
import dev.wrapkey.provisioning.Subscription;
import dev.wrapkey.rules.ServerName;
import dev.wrapkey.time.Time;
import dev.wrapkey.ui.task.Running;
import dev.wrapkey.ui.task.Tasks;
import java.time.Duration;
import java.util.Optional;
import javafx.beans.binding.BooleanExpression;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/**
 * Asks the cloud whether a name is free while a person types; only the answer to the last question
 * counts.
 */
public final class NameCheck {

  /**
   * A refused name and why.
   *
   * @param name the name that was asked for; empty if none is refused
   * @param reason the service's words
   */
  public record Refusal(String name, String reason) {
    static final Refusal NONE = new Refusal("", "");
  }

  // Long enough that a name is asked for once and not letter by letter.
  private static final Duration TYPING = Duration.ofMillis(300);

  private final Cloud cloud;
  private final Tasks tasks;
  private final Time watch;
  private final ReadOnlyObjectWrapper<Refusal> refusal = new ReadOnlyObjectWrapper<>(Refusal.NONE);
  private final ReadOnlyBooleanWrapper running = new ReadOnlyBooleanWrapper();
  private Running current = new Running();

  /**
   * @param watch the person's time: a question waits until the typing has paused
   */
  public NameCheck(Cloud cloud, Tasks tasks, Time watch) {
    this.cloud = cloud;
    this.tasks = tasks;
    this.watch = watch;
  }

  /** What the cloud has refused last. */
  public ReadOnlyObjectProperty<Refusal> refusalProperty() {
    return refusal.getReadOnlyProperty();
  }

  /** True while a question is open. */
  public ReadOnlyBooleanProperty runningProperty() {
    return running.getReadOnlyProperty();
  }

  /** True while no question is open. */
  public BooleanExpression settledProperty() {
    return running.not();
  }

  /** The cloud's words on a name, if it has refused it. */
  public Optional<String> refusalOf(String name) {
    return Optional.of(refusal.get())
        .filter(r -> !name.isEmpty() && r.name().equals(name))
        .map(Refusal::reason);
  }

  /** Asks about a legal name in a known place; anything else is not asked about. */
  public void follow(@Nullable Subscription in, @Nullable Region where, String name) {
    if (in != null && where != null && ServerName.check(name).isEmpty()) {
      start(in.id(), where.name(), name);
    } else {
      stop();
    }
  }

  private void start(String subscription, String region, String name) {
    stop();
    running.set(true);
    current =
        tasks.run(
            new Running(),
            () -> {
              watch.pause(TYPING);
              return cloud.servers().refusalOfName(subscription, region, name);
            },
            answer -> end(answer.map(reason -> new Refusal(name, reason)).orElse(Refusal.NONE)),
            failed -> end(Refusal.NONE)); // creation asks again and tells of the failure then
  }

  private void stop() {
    current.cancel();
    end(Refusal.NONE);
  }

  private void end(Refusal answer) {
    running.set(false);
    refusal.set(answer);
  }
}
