package dev.wrapkey.rehearsal;

import dev.wrapkey.provisioning.Cancellation;
import dev.wrapkey.provisioning.Cloud;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * Rehearsals in a practice cloud: each can be begun on any state of it, with servers and vaults of
 * its own that are gone afterwards as if they had never been; only the clock has moved. All calls
 * block; what they do is kept before they return. Thread-safe.
 */
public final class Rehearsals {

  /** Name of the folder beside the other things that the program keeps. */
  public static final String FOLDER = "rehearsals";

  private static final int MARKS = 36 * 36 * 36 * 36 * 36;

  private final Cloud cloud;
  private final Stage stage;
  private final PromptBook book;
  private final RandomGenerator random;

  /**
   * @param cloud the practice cloud as the program sees clouds
   * @param folder where it is kept how far somebody is
   * @param random names and passwords that nobody needs
   */
  public Rehearsals(Cloud cloud, Stage stage, Path folder, RandomGenerator random) {
    this.cloud = cloud;
    this.stage = stage;
    this.book = new PromptBook(folder);
    this.random = random;
  }

  /**
   * How far somebody is, after a look at the cloud.
   *
   * @param verdict what the look says
   */
  public record Checked(Attempt attempt, Verdict verdict) {}

  /** How far somebody is with each scenario. */
  public synchronized List<Attempt> all() {
    return Arrays.stream(Scenario.values()).map(book::read).toList();
  }

  public synchronized Attempt get(Scenario scenario) {
    return book.read(scenario);
  }

  /**
   * Builds the set, from scratch whatever was there, and lets happen what happens. If this is
   * broken off, what was built is cleared away by the next beginning or giving up.
   *
   * @throws dev.wrapkey.provisioning.CloudFailure if the cloud refuses
   * @throws java.util.concurrent.CancellationException if cancelled
   */
  public synchronized Attempt begin(Scenario scenario, Cancellation cancellation) {
    Attempt cleared = giveUp(scenario);
    Props bare = new Props(stage.subscription(), mark(), "");
    book.write(cleared.building(bare));
    SetBuilding building = new SetBuilding(cloud, stage, random, cancellation);
    Props props = building.build(bare, scenario == Scenario.ROTATION_WITH_REPLICAS);
    new Mischief(cloud, stage, building).happen(scenario, props);
    return book.write(cleared.playing(props, stage.now()));
  }

  private String mark() {
    String digits = Integer.toString(MARKS + random.nextInt(MARKS), 36);
    return digits.substring(1);
  }

  /** Takes the next hint, if there is one left. */
  public synchronized Attempt hint(Scenario scenario) {
    Attempt attempt = book.read(scenario);
    return attempt.phase() == Attempt.Phase.PLAYING ? book.write(attempt.hinted()) : attempt;
  }

  /**
   * Looks whether the goal is reached. Once it is, it stays so.
   *
   * @throws IllegalStateException if it is not being played
   * @throws dev.wrapkey.provisioning.CloudFailure if the cloud cannot be asked
   */
  public synchronized Checked check(Scenario scenario) {
    Attempt attempt = book.read(scenario);
    Props props =
        attempt
            .props()
            .filter(p -> attempt.phase() != Attempt.Phase.BUILDING)
            .orElseThrow(() -> new IllegalStateException(scenario.id() + " is not being played"));
    Verdict verdict = new Judge(cloud, stage, props, attempt.called()).of(scenario);
    if (attempt.phase() == Attempt.Phase.PASSED) {
      return new Checked(attempt, verdict);
    }
    Attempt noticed = attempt.noticed(verdict.detours());
    Attempt now = verdict.isReached() ? noticed.passed(stage.now()) : noticed;
    return new Checked(now.equals(attempt) ? attempt : book.write(now), verdict);
  }

  /** Ends it, passed or not, and clears its set away; when it was passed stays known. */
  public synchronized Attempt giveUp(Scenario scenario) {
    Attempt attempt = book.read(scenario);
    attempt.props().ifPresent(props -> stage.strike(props.group()));
    return attempt.phase() == Attempt.Phase.IDLE ? attempt : book.write(attempt.cleared());
  }
}
