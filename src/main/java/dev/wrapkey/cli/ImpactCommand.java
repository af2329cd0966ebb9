package dev.wrapkey.cli;

import dev.wrapkey.cli.Foretelling.Kind;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code wrapkey impact}: before you break it. */
@Command(
    name = "impact",
    description =
        "Tells which servers go dark if something is done to a key, a key store or an identity,"
            + " when, and how to come back. Changes nothing.",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    exitCodeListHeading = "Exit codes:%n",
    exitCodeList = {
      "0:no server goes dark",
      "1:at least one server goes dark, or loses something for good",
      "2:bad arguments, or no such thing",
      "3:no server that could be seen goes dark, but not everything could be seen"
    })
final class ImpactCommand implements Callable<Integer> {

  private static final List<String> OF_KEYS = List.of("delete", "purge", "disable", "expire");
  private static final List<String> OF_STORES =
      List.of(
          "delete",
          "purge",
          "open",
          "selected-and-trusted",
          "selected",
          "private-and-trusted",
          "private");
  private static final List<String> OF_IDENTITIES = List.of("delete", "revoke");

  private final Foretelling foretelling;

  @Spec private CommandSpec spec = CommandSpec.create();

  @ArgGroup(multiplicity = "1")
  private Thing thing = new Thing();

  /** One of these. */
  private static final class Thing {

    @Option(
        names = "--key",
        paramLabel = "KEY",
        description =
            "The identifier of a key, or of one version of it: delete, purge, disable, expire.")
    private @Nullable String key;

    @Option(
        names = "--vault",
        paramLabel = "NAME",
        description =
            "A key vault or managed HSM: delete, purge, or who shall reach it: open,"
                + " selected-and-trusted, selected, private-and-trusted, private.")
    private @Nullable String vault;

    @Option(
        names = "--identity",
        paramLabel = "NAME|ID",
        description = "A user-assigned identity: delete, or revoke for each right it has.")
    private @Nullable String identity;
  }

  @Option(
      names = "--act",
      paramLabel = "ACT",
      required = true,
      description = "What would be done, see above.")
  private String act = "";

  @Option(names = "--json", description = "Answers with JSON.")
  private boolean json;

  @Mixin private final CloudOption cloud;

  ImpactCommand(Foretelling foretelling, CloudOption cloud) {
    this.foretelling = foretelling;
    this.cloud = cloud;
  }

  @Override
  public Integer call() {
    String key = thing.key;
    String vault = thing.vault;
    String identity = thing.identity;
    if (key != null) {
      return tell(Kind.KEY, key, OF_KEYS);
    }
    if (vault != null) {
      return tell(Kind.STORE, vault, OF_STORES);
    }
    return tell(Kind.IDENTITY, String.valueOf(identity), OF_IDENTITIES);
  }

  private int tell(Kind kind, String name, List<String> acts) {
    if (!acts.contains(act)) {
      throw new ParameterException(
          spec.commandLine(),
          "--act is one of %s here; '%s' is not.".formatted(String.join(", ", acts), act));
    }
    return foretelling.foretell(
        new Foretelling.Order(cloud.where(), kind, name.strip(), act, json));
  }
}
