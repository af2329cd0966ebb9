package dev.wrapkey.cli;

import dev.wrapkey.provisioning.KeyIdentifier;
import dev.wrapkey.provisioning.ResourceId;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code wrapkey rotate}: a guided rotation without the window. */
@Command(
    name = "rotate",
    description =
        "Rotates the key of a server, step by step, and tells from when on the old version may be"
            + " disabled.",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    exitCodeListHeading = "Exit codes:%n",
    exitCodeList = {
      "0:done",
      "1:a step failed; the server works on, and --resume or --roll-back lead out",
      "2:bad arguments, no such server, or nothing to go on with",
      "3:stopped, or the gate is closed: the old version may not be disabled yet"
    })
final class RotateCommand implements Callable<Integer> {

  private final Rotating rotating;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Option(
      names = "--server",
      paramLabel = "NAME|ID",
      required = true,
      description = "The server: its name or its resource identifier.")
  private String server = "";

  @Option(
      names = "--new-version",
      description = "Makes a new version of the server's keys first (the default without --key).")
  private boolean newVersion;

  @Option(
      names = "--key",
      paramLabel = "KEY",
      description =
          "The key that the server shall have: an identifier with its version, or without for"
              + " automatic key version update.")
  private @Nullable String key;

  @Option(
      names = "--identity",
      paramLabel = "ID",
      description = "The resource identifier of the identity that shall use the key.")
  private @Nullable String identity;

  @ArgGroup private @Nullable Later later;

  /** One of these, about a rotation that there is. */
  private static final class Later {

    @Option(names = "--resume", description = "Goes on with the unfinished rotation.")
    private boolean resume;

    @Option(names = "--roll-back", description = "Goes back to the old version, key, identity.")
    private boolean rollBack;

    @Option(
        names = "--disable-old",
        description = "Disables the old version, unless somebody still needs it.")
    private boolean disableOld;

    @Option(
        names = "--gate",
        description = "Tells who still needs the old version; changes nothing.")
    private boolean gate;

    Rotating.Act act() {
      if (resume) {
        return new Rotating.Act.Resume();
      }
      if (rollBack) {
        return new Rotating.Act.RollBack();
      }
      return disableOld ? new Rotating.Act.DisableOld() : new Rotating.Act.Gate();
    }
  }

  @Option(names = "--json", description = "Answers with JSON.")
  private boolean json;

  @Mixin private final CloudOption cloud;
  @Mixin private final ClockOption clock = new ClockOption();

  RotateCommand(Rotating rotating, CloudOption cloud) {
    this.rotating = rotating;
    this.cloud = cloud;
  }

  @Override
  public Integer call() {
    if (server.isBlank()) {
      throw refusal("--server needs the name or the resource identifier of a server.");
    }
    Rotating.Act act = act();
    Where where = cloud.where();
    return rotating.rotate(
        new Rotating.Order(where, server.strip(), act, clock.speed(where), json));
  }

  private Rotating.Act act() {
    Later about = later;
    boolean begins = newVersion || key != null || identity != null;
    if (about == null) {
      boolean makes = newVersion || key == null && identity == null;
      return new Rotating.Act.Begin(
          makes,
          Optional.ofNullable(key).map(this::key),
          Optional.ofNullable(identity).map(this::identity));
    }
    if (begins) {
      throw refusal(
          "--new-version, --key and --identity begin a rotation; --resume, --roll-back,"
              + " --disable-old and --gate are about one that there is.");
    }
    return about.act();
  }

  private KeyIdentifier key(String text) {
    return KeyIdentifier.parse(text)
        .orElseThrow(() -> refusal("--key: '" + text + "' is not a key identifier."));
  }

  private ResourceId identity(String text) {
    return ResourceId.parse(text)
        .filter(id -> id.type().equalsIgnoreCase(ResourceId.IDENTITY))
        .orElseThrow(
            () -> refusal("--identity: '" + text + "' is not the identifier of an identity."));
  }

  private ParameterException refusal(String words) {
    return new ParameterException(spec.commandLine(), words);
  }
}
