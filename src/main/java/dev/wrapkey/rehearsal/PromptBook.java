package dev.wrapkey.rehearsal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.wrapkey.provisioning.WholeFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Keeps how far somebody is with each scenario, in a file each, over restarts and kills. */
final class PromptBook {

  private final Path folder;
  private final ObjectMapper mapper =
      new ObjectMapper().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);

  PromptBook(Path folder) {
    this.folder = folder;
  }

  private record Written(
      String phase,
      @Nullable String subscription,
      @Nullable String mark,
      @Nullable String version,
      String called,
      int hints,
      List<String> detours,
      List<WrittenPass> passes) {}

  private record WrittenPass(String at, String took, int hints, List<String> detours) {}

  /** As it was kept; nothing begun where there is no file, or one that cannot be read. */
  Attempt read(Scenario scenario) {
    Path file = file(scenario);
    if (!Files.exists(file)) {
      return Attempt.none(scenario);
    }
    try {
      return attempt(scenario, mapper.readValue(Files.readString(file), Written.class));
    } catch (JsonProcessingException | IllegalArgumentException | DateTimeException damaged) {
      return Attempt.none(scenario);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Attempt attempt(Scenario scenario, Written written) {
    Attempt.Phase phase = Attempt.Phase.valueOf(written.phase());
    return new Attempt(
        scenario,
        phase,
        props(written),
        Instant.parse(written.called()),
        written.hints(),
        Set.copyOf(written.detours()),
        written.passes().stream()
            .map(
                p ->
                    new Attempt.Pass(
                        Instant.parse(p.at()),
                        Duration.parse(p.took()),
                        p.hints(),
                        new TreeSet<>(p.detours())))
            .toList());
  }

  private static Optional<Props> props(Written written) {
    return written.subscription() == null || written.mark() == null || written.version() == null
        ? Optional.empty()
        : Optional.of(new Props(written.subscription(), written.mark(), written.version()));
  }

  /** Keeps it. */
  Attempt write(Attempt attempt) {
    Written written =
        new Written(
            attempt.phase().name(),
            attempt.props().map(Props::subscription).orElse(null),
            attempt.props().map(Props::mark).orElse(null),
            attempt.props().map(Props::version).orElse(null),
            attempt.called().toString(),
            attempt.hints(),
            List.copyOf(attempt.detours()),
            attempt.passes().stream()
                .map(
                    p ->
                        new WrittenPass(
                            p.at().toString(),
                            p.took().toString(),
                            p.hints(),
                            List.copyOf(p.detours())))
                .toList());
    try {
      WholeFile.write(
          file(attempt.scenario()),
          mapper.writerWithDefaultPrettyPrinter().writeValueAsString(written));
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
    return attempt;
  }

  private Path file(Scenario scenario) {
    return folder.resolve(scenario.id() + ".json");
  }
}
