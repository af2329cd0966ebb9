package dev.wrapkey.app;

import dev.wrapkey.azure.Attentive;
import dev.wrapkey.azure.AzureCloud;
import dev.wrapkey.azure.AzureConnection;
import dev.wrapkey.cli.Console;
import dev.wrapkey.language.FileProblem;
import dev.wrapkey.provisioning.Cloud;
import dev.wrapkey.provisioning.CloudFailure;
import dev.wrapkey.provisioning.Line;
import dev.wrapkey.record.Recording;
import dev.wrapkey.simulator.PracticeCloud;
import dev.wrapkey.simulator.StateInUse;
import dev.wrapkey.time.SystemTime;
import dev.wrapkey.time.Time;
import dev.wrapkey.time.VirtualTime;
import dev.wrapkey.ui.view.Texts;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Something that a command does in the practice cloud, without a window.
 *
 * @param console is told what speaks against it
 * @param folder of the practice cloud; empty for that of this machine
 * @param speed of the practice cloud's clock, 0 if it stands still
 */
record Errand(Console console, Optional<Path> folder, double speed) {

  /**
   * Where it is done.
   *
   * @param practice the practice cloud
   * @param cloud the same, as the program sees clouds
   * @param time its clock
   * @param state the folder of all that the program keeps
   */
  record Place(PracticeCloud practice, Cloud cloud, VirtualTime time, Path state) {}

  /** What is done there. */
  interface Work {
    /** Returns the exit code. */
    int at(Place place);
  }

  /**
   * Opens the practice cloud, does it, and closes it.
   *
   * @param failed the exit code if that is not possible, or the cloud refuses
   */
  int run(int failed, Work work) {
    Path state = StateFolder.practice(folder);
    VirtualTime time = new VirtualTime(new SystemTime().now(), speed);
    try (PracticeCloud practice =
        PracticeCloud.open(state.resolve(Session.PRACTICE_FOLDER), time, new SecureRandom())) {
      return work.at(new Place(practice, cloud(practice, time, state), time, state));
    } catch (CloudFailure failure) {
      complain(console, failure);
    } catch (StateInUse busy) {
      console.complain(String.valueOf(busy.getMessage()));
    } catch (UncheckedIOException unusable) {
      console.complain(
          "Wrapkey cannot keep its practice cloud in "
              + state
              + " ("
              + FileProblem.of(unusable.getCause())
              + "). Choose another folder with --state.");
    }
    return failed;
  }

  /** What a refusal means, and the service's words. */
  static void complain(Console console, CloudFailure failure) {
    console.complain(Texts.text("failure." + failure.kind()));
    console.complain(Texts.text("failure.details", failure.code(), failure.details()));
  }

  /**
   * A practice cloud as the program sees clouds: every change is recorded.
   *
   * @param state the folder of all that the program keeps
   */
  static Cloud cloud(PracticeCloud practice, Time time, Path state) {
    return cloud(() -> practice, time, state, new Line(time));
  }

  /**
   * The same, watched.
   *
   * @param practice the cloud, which may still be coming
   * @param line is told how the connection stands
   */
  static Cloud cloud(Supplier<PracticeCloud> practice, Time time, Path state, Line line) {
    Cloud cloud = LateCloud.of(() -> azure(practice.get(), line, time));
    return Recording.over(cloud, Texts.text("record.practice"), StateFolder.changes(time, state));
  }

  private static Cloud azure(PracticeCloud practice, Line line, Time time) {
    return new AzureCloud(
        AzureConnection.servicePrincipal(
            new Attentive(practice.httpClient(), line, time),
            PracticeCloud.TENANT,
            PracticeCloud.CLIENT,
            practice.clientSecret()));
  }
}
