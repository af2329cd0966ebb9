package dev.wrapkey.cli;

import dev.wrapkey.signin.AzurePlace;
import dev.wrapkey.signin.Typed;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code wrapkey record}: what was changed, and whether the record of it can be trusted. */
@Command(
    name = "record",
    description = "Tells every change that was made through Wrapkey, the newest first.",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    exitCodeListHeading = "Exit codes:%n",
    exitCodeList = {
      "0:the record is as Wrapkey wrote it",
      "1:it is not, or the fingerprint is not in it",
      "2:bad arguments",
      "3:the record cannot be read"
    })
final class RecordCommand implements Callable<Integer> {

  private static final String HEX = "[0-9a-fA-F]{64}";

  private final Recounting recounting;
  private final Supplier<Optional<Path>> state;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Option(
      names = "--cloud",
      paramLabel = "CLOUD",
      defaultValue = CloudOption.PRACTICE,
      description =
          CloudOption.WORDS
              + " (default ${DEFAULT-VALUE}). Nobody signs in: a record is on this computer.")
  private String cloud = CloudOption.PRACTICE;

  @Option(
      names = "--tenant",
      paramLabel = "ID",
      description = "In Azure: the ID of the tenant; not needed if there is a record of one only.")
  private @Nullable String tenant;

  @Option(
      names = "--find",
      paramLabel = "WORDS",
      defaultValue = "",
      description = "Only changes of which all these words are told: names, accounts, operations.")
  private String words = "";

  @Option(
      names = "--since",
      paramLabel = "TIME",
      description =
          "Only changes since then: a date or a moment, UTC, for example 2026-11-01 or"
              + " 2026-11-01T12:00:00Z.")
  private @Nullable String since;

  @Option(
      names = "--fingerprint",
      paramLabel = "HASH",
      description = "Looks whether the record up to this fingerprint is still as it was.")
  private @Nullable String fingerprint;

  @ArgGroup private @Nullable Form form;

  /** At most one of these. */
  private static final class Form {

    @Option(names = "--json", description = "Answers with JSON.")
    private boolean json;

    @Option(names = "--csv", description = "Answers with comma-separated values.")
    private boolean csv;

    @Option(names = "--verify", description = "Only says whether the record can be trusted.")
    private boolean verify;

    Recounting.Form chosen() {
      if (json) {
        return Recounting.Form.JSON;
      }
      return csv ? Recounting.Form.CSV : Recounting.Form.VERDICT;
    }
  }

  /**
   * @param state reads the folder that {@code --state} names
   */
  RecordCommand(Recounting recounting, Supplier<Optional<Path>> state) {
    this.recounting = recounting;
    this.state = state;
  }

  @Override
  public Integer call() {
    Form wanted = form;
    return recounting.recount(
        new Recounting.Order(
            state.get(),
            whose(),
            words,
            since(),
            fingerprint(),
            wanted == null ? Recounting.Form.TEXT : wanted.chosen()));
  }

  private Recounting.Whose whose() {
    String given = tenant;
    if (cloud.equals(CloudOption.PRACTICE)) {
      if (given != null) {
        throw refusal(
            "--tenant says nothing to --cloud practice: add --cloud public, or leave it out.");
      }
      return new Recounting.Whose.Practice();
    }
    boolean known = AzurePlace.KNOWN.stream().anyMatch(place -> place.id().equals(cloud));
    if (!known && !cloud.equals(AzurePlace.CUSTOM)) {
      throw refusal("--cloud is %s; '%s' is none.".formatted(CloudOption.WORDS, cloud));
    }
    if (given != null && Typed.id(given).isEmpty()) {
      throw refusal("--tenant needs the tenant's ID here, a GUID; '%s' is not.".formatted(given));
    }
    return new Recounting.Whose.Tenant(Optional.ofNullable(given).flatMap(Typed::id));
  }

  private Optional<String> fingerprint() {
    String given = fingerprint;
    if (given != null && !given.strip().matches(HEX)) {
      throw refusal("--fingerprint has 64 hexadecimal digits; '" + given + "' has not.");
    }
    return Optional.ofNullable(given);
  }

  private Optional<Instant> since() {
    String given = since;
    if (given == null) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          given.contains("T")
              ? Instant.parse(given)
              : LocalDate.parse(given).atStartOfDay(ZoneOffset.UTC).toInstant());
    } catch (DateTimeException _) {
      throw refusal("--since is a date or a moment; '" + given + "' is neither.");
    }
  }

  private ParameterException refusal(String said) {
    return new ParameterException(spec.commandLine(), said);
  }
}
