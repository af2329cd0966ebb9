package dev.wrapkey.app;

import dev.wrapkey.cli.Console;
import dev.wrapkey.cli.Practice;
import dev.wrapkey.cli.Rehearsing;
import dev.wrapkey.simulator.PracticeCloud;
import dev.wrapkey.simulator.StateInUse;
import dev.wrapkey.simulator.gateway.EnvironmentFile;
import dev.wrapkey.simulator.gateway.Gateway;
import dev.wrapkey.simulator.world.Agenda;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Collectors;

/** The practice cloud without a window: serves other programs, or steers one that serves. */
final class Serving implements Practice {

  private static final int DONE = 0;
  private static final int FAILED = 1;
  private static final String FAULTS = "faults";
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  private final Console console = Console.standard();

  /**
   * Has a second core load what serving needs, while the first one reads the arguments that ask for
   * it. Does nothing for any others.
   */
  static void prepare(String... arguments) {
    List<String> words = List.of(arguments);
    if (words.contains("practice") && words.contains("serve")) {
      Thread.ofPlatform()
          .daemon()
          .name("warm-up")
          .start(
              () -> {
                PracticeCloud.warmUp();
                Gateway.warmUp(new SecureRandom());
              });
    }
  }

  @Override
  public int serve(Serve how) {
    CountDownLatch stopped = new CountDownLatch(1);
    try {
      Served served = Served.open(folder(how.state()), how);
      Runtime.getRuntime()
          .addShutdownHook(
              new Thread(
                  () -> {
                    served.close();
                    stopped.countDown();
                  }));
      console.say("ready " + served.gateway().address());
      Session.warmUp();
      stopped.await();
      return DONE;
    } catch (StateInUse busy) {
      console.complain(String.valueOf(busy.getMessage()));
    } catch (IOException | UncheckedIOException unusable) {
      console.complain("The practice cloud cannot be served: " + unusable.getMessage());
    } catch (InterruptedException ended) {
      Thread.currentThread().interrupt();
    }
    return FAILED;
  }

  @Override
  public Rehearsing rehearsing() {
    return new Playing(console);
  }

  @Override
  public int wrap(Wrap how) {
    return new Wrapping(console, new SecureRandom()).write(how);
  }

  @Override
  public int clock(Optional<Path> state) {
    return ask(state, "clock", HttpRequest.newBuilder().GET());
  }

  @Override
  public int clock(Optional<Path> state, String body) {
    return ask(
        state, "clock", HttpRequest.newBuilder().POST(HttpRequest.BodyPublishers.ofString(body)));
  }

  @Override
  public int timeline(Optional<Path> state, List<Agenda.Kind> kinds) {
    String ids = kinds.stream().map(Agenda.Kind::id).collect(Collectors.joining(","));
    return ask(
        state,
        kinds.isEmpty() ? "timeline" : "timeline?kind=" + ids,
        HttpRequest.newBuilder().GET());
  }

  @Override
  public int reset(Optional<Path> state) {
    return ask(state, "reset", HttpRequest.newBuilder().POST(HttpRequest.BodyPublishers.noBody()));
  }

  @Override
  public int faults(Optional<Path> state) {
    return ask(state, FAULTS, HttpRequest.newBuilder().GET());
  }

  @Override
  public int faultOn(Optional<Path> state, String name, String body) {
    return ask(
        state,
        FAULTS + "/" + name,
        HttpRequest.newBuilder().PUT(HttpRequest.BodyPublishers.ofString(body)));
  }

  @Override
  public int faultOff(Optional<Path> state, String name) {
    return ask(state, FAULTS + "/" + name, HttpRequest.newBuilder().DELETE());
  }

  public int profile(Optional<Path> state) {
    return ask(state, "profile", HttpRequest.newBuilder().GET());
  }

  @Override
  public int profile(Optional<Path> state, String body) {
    return ask(
        state, "profile", HttpRequest.newBuilder().PUT(HttpRequest.BodyPublishers.ofString(body)));
  }

  @Override
  public int connect(Optional<Path> state, String body) {
    return ask(
        state,
        "connections",
        HttpRequest.newBuilder().POST(HttpRequest.BodyPublishers.ofString(body)));
  }

  @Override
  public int load(Optional<Path> state, String body) {
    return ask(
        state, "load", HttpRequest.newBuilder().POST(HttpRequest.BodyPublishers.ofString(body)));
  }

  private int ask(Optional<Path> state, String control, HttpRequest.Builder request) {
    EnvironmentFile file = EnvironmentFile.in(folder(state));
    if (!Files.isReadable(file.path())) {
      console.complain("Nobody serves this practice cloud: there is no " + file.path() + ".");
      return FAILED;
    }
    try (HttpClient client = HttpClient.newHttpClient()) {
      request
          .uri(URI.create(file.gateway() + "/practice/" + control))
          .header("Authorization", "Bearer " + file.token())
          .timeout(PATIENCE);
      HttpResponse<String> answer =
          client.send(request.build(), HttpResponse.BodyHandlers.ofString());
      if (answer.statusCode() == 200) {
        console.say(answer.body());
        return DONE;
      }
      console.complain("The gateway refused: " + answer.body());
    } catch (IOException unreachable) {
      console.complain(
          "Nobody serves this practice cloud: the gateway of " + file.path() + " is not there.");
    } catch (InterruptedException ended) {
      Thread.currentThread().interrupt();
    }
    return FAILED;
  }

  private static Path folder(Optional<Path> state) {
    return StateFolder.practice(state);
  }
}
