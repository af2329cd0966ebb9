package dev.wrapkey.cli;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.wrapkey.simulator.gateway.Speed;
import dev.wrapkey.simulator.world.Agenda;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import java.util.StringJoiner;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code wrapkey practice}: the practice cloud for other programs. */
@Command(
    name = PracticeCommand.NAME,
    description = "Opens the practice cloud to other programs, and steers it.",
    mixinStandardHelpOptions = true,
    sortOptions = false)
final class PracticeCommand implements Runnable {

  static final String NAME = "practice";

  private static final int MOST_PORT = 65_535;
  private static final int MOST_MEBIBYTES = 1024;

  private final Practice practice;
  private final Supplier<Optional<Path>> state;

  @Spec private CommandSpec spec = CommandSpec.create();

  /**
   * @param state reads the folder that {@code --state} names
   */
  PracticeCommand(Practice practice, Supplier<Optional<Path>> state) {
    this.practice = practice;
    this.state = state;
  }

  @Override
  public void run() {
    throw new ParameterException(
        spec.commandLine(),
        "Say what to do: serve, clock, timeline, profile, connect, load, fault, rehearse or"
            + " reset.");
  }

  @Command(
      name = "serve",
      description =
          "Serves Azure's host names on 127.0.0.1 to programs that use it as HTTPS proxy, until"
              + " stopped.",
      mixinStandardHelpOptions = true)
  int serve(
      @Option(
              names = "--port",
              paramLabel = "P",
              defaultValue = "0",
              description = "Where to listen; 0 for any free port (default ${DEFAULT-VALUE}).")
          int port,
      @Option(
              names = "--ca-out",
              paramLabel = "FILE",
              required = true,
              description = "File for the certificate that clients must trust (PEM).")
          Path certificate,
      @Option(
              names = "--time",
              paramLabel = "SPEED",
              defaultValue = "60x",
              description = "paused, instant, real, or a factor (default ${DEFAULT-VALUE}).")
          String time,
      @Option(
              names = "--seed",
              paramLabel = "N",
              description = "Whole number that the faults' chance depends on (default: drawn).")
          @Nullable Long seed) {
    if (port < 0 || port > MOST_PORT) {
      throw refusal("--port is a number from 0 to 65535.");
    }
    Path folder = certificate.toAbsolutePath().getParent();
    if (Files.isDirectory(certificate) || folder == null || !Files.isDirectory(folder)) {
      throw refusal("--ca-out needs a file in a folder that exists; " + certificate + " is not.");
    }
    return practice.serve(
        new Practice.Serve(
            state.get(), port, certificate, speed("--time", time), Optional.ofNullable(seed)));
  }

  @Command(
      name = "clock",
      description = "Tells the time of a practice cloud that is served, or changes it.",
      mixinStandardHelpOptions = true)
  int clock(
      @Option(
              names = "--advance",
              paramLabel = "DURATION",
              description = "Moves the clock forward, for example by PT60M.")
          @Nullable String advance,
      @Option(
              names = "--until",
              paramLabel = "MOMENT",
              description =
                  "Moves the clock forward to a moment such as 2026-11-30T00:00:00Z, or to the"
                      + " next thing that happens: next.")
          @Nullable String until,
      @Option(
              names = "--speed",
              paramLabel = "SPEED",
              description = "paused, instant, real, or a factor such as 60x.")
          @Nullable String speed) {
    if (advance != null && until != null) {
      throw refusal("Say either --advance or --until.");
    }
    ObjectNode order = JsonNodeFactory.instance.objectNode();
    if (advance != null) {
      order.put("advance", length(advance).toString());
    }
    if (until != null) {
      order.put("until", moment(until));
    }
    if (speed != null) {
      order.put("speed", speed("--speed", speed).toString());
    }
    return order.isEmpty()
        ? practice.clock(state.get())
        : practice.clock(state.get(), order.toString());
  }

  @Command(
      name = "timeline",
      aliases = "events",
      description = "Tells what will happen by itself in a practice cloud that is served.",
      mixinStandardHelpOptions = true)
  int timeline(
      @Option(
              names = "--kind",
              paramLabel = "KIND",
              split = ",",
              description = "Only these, for example expiry,backup.")
          @Nullable List<String> kinds) {
    List<String> wanted = kinds == null ? List.of() : kinds;
    return practice.timeline(state.get(), wanted.stream().map(this::kind).distinct().toList());
  }

  private Agenda.Kind kind(String id) {
    List<Agenda.Kind> all = List.of(Agenda.Kind.values());
    return all.stream()
        .filter(kind -> kind.id().equals(id))
        .findFirst()
        .orElseThrow(
            () ->
                refusal(
                    "--kind is one of %s; '%s' is not."
                        .formatted(
                            all.stream().map(Agenda.Kind::id).collect(Collectors.joining(", ")),
                            id)));
  }

  @Command(
      name = "reset",
      description = "Sets a practice cloud that is served back to the starter landscape.",
      mixinStandardHelpOptions = true)
  int reset() {
    return practice.reset(state.get());
  }

  @Command(
      name = "profile",
      description =
          "Tells or changes the rules by which servers of a practice cloud that is served live and"
              + " die with their keys.",
      mixinStandardHelpOptions = true)
  int profile(
      @Parameters(
              index = "0",
              arity = "0..1",
              paramLabel = "RULES",
              description = "current (60 minutes, back by themselves) or 2023 (10 minutes).")
          @Nullable String rules) {
    if (rules == null) {
      return practice.profile(state.get());
    }
    if (!rules.equals("current") && !rules.equals("2023")) {
      throw refusal("profile is current or 2023; '" + rules + "' is neither.");
    }
    return practice.profile(state.get(), "{\"profile\":\"" + rules + "\"}");
  }

  @Command(
      name = "connect",
      description = "Tries to connect to a server of a practice cloud that is served.",
      mixinStandardHelpOptions = true)
  int connect(
      @Parameters(index = "0", paramLabel = "SERVER", description = "Its name.") String server,
      @Option(names = "--user", description = "Login; the administrator's if not said.")
          @Nullable String user,
      @Option(names = "--database", description = "postgres if not said.")
          @Nullable String database,
      @Option(names = "--from", paramLabel = "IP", description = "Address of the client.")
          @Nullable String from) {
    StringJoiner body = new StringJoiner(",", "{", "}");
    body.add("\"server\":" + quoted(server));
    Stream.ofNullable(user).forEach(u -> body.add("\"user\":" + quoted(u)));
    Stream.ofNullable(database).forEach(d -> body.add("\"database\":" + quoted(d)));
    Stream.ofNullable(from).forEach(f -> body.add("\"from\":" + quoted(f)));
    return practice.connect(state.get(), body.toString());
  }

  @Command(
      name = "load",
      description = "Writes rows into a server of a practice cloud that is served.",
      mixinStandardHelpOptions = true)
  int load(
      @Parameters(index = "0", paramLabel = "SERVER", description = "Its name.") String server,
      @Option(
              names = "--mebibytes",
              paramLabel = "N",
              defaultValue = "64",
              description = "How much, 1 to 1024 MiB (default ${DEFAULT-VALUE}).")
          int mebibytes) {
    if (mebibytes < 1 || mebibytes > MOST_MEBIBYTES) {
      throw refusal("--mebibytes is a number from 1 to 1024.");
    }
    return practice.load(
        state.get(), "{\"server\":" + quoted(server) + ",\"mebibytes\":" + mebibytes + "}");
  }

  private String quoted(String text) {
    if (!text.matches("[A-Za-z0-9_./@-]{1,300}")) {
      throw refusal("'" + text + "' is no name or address.");
    }
    return "\"" + text + "\"";
  }

  private Speed speed(String option, String text) {
    try {
      return Speed.of(text);
    } catch (IllegalArgumentException nonsense) {
      throw refusal(option + ": " + nonsense.getMessage());
    }
  }

  private Duration length(String text) {
    try {
      return Duration.parse(text);
    } catch (DateTimeParseException nonsense) {
      throw refusal("--advance is a duration such as PT60M; '" + text + "' is not.");
    }
  }

  private String moment(String text) {
    try {
      return text.equals("next") ? text : Instant.parse(text).toString();
    } catch (DateTimeParseException nonsense) {
      throw refusal(
          "--until is next or a moment such as 2026-11-30T00:00:00Z; '" + text + "' is neither.");
    }
  }

  private ParameterException refusal(String words) {
    return new ParameterException(spec.commandLine(), words);
  }
}
