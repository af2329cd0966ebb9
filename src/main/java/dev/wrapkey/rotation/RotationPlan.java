package dev.wrapkey.rotation;

import dev.wrapkey.provisioning.DataEncryption;
import dev.wrapkey.provisioning.KeyIdentifier;
import dev.wrapkey.provisioning.KeyUser.Purpose;
import dev.wrapkey.provisioning.ResourceId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the steps of a rotation will do, before they do it. */
final class RotationPlan {

  private static final String NEW_VERSION = "<identifier of the new version>";

  private final RotationOrder order;
  private final Map<Purpose, KeyIdentifier> made;
  private final DataEncryption target;
  private final boolean provable;

  /**
   * @param made the versions that were made by now
   * @param provable whether it can be seen which version wraps data keys
   */
  RotationPlan(RotationOrder order, Map<Purpose, KeyIdentifier> made, boolean provable) {
    this.order = order;
    this.made = made;
    this.target = order.target(made);
    this.provable = provable;
  }

  List<PlannedStep> steps() {
    return List.of(preflight(), newVersion(), reach(), update(), verify());
  }

  private PlannedStep preflight() {
    return new PlannedStep(
        RotationStep.PREFLIGHT,
        List.of(new Deed.Check(order.server(), target)),
        List.of(show(order.server())));
  }

  private PlannedStep newVersion() {
    List<Deed> deeds = new ArrayList<>();
    List<AzCommand> commands = new ArrayList<>();
    for (Purpose purpose : sorted()) {
      if (order.newVersions().contains(purpose)) {
        KeyIdentifier key = Keys.key(order.base(), purpose).orElseThrow().versionless();
        deeds.add(new Deed.MakeVersion(purpose, key));
        commands.add(AzCommand.of("keyvault", "key", "rotate", "--id", key.toString()));
      }
    }
    return new PlannedStep(RotationStep.NEW_VERSION, deeds, commands);
  }

  private PlannedStep reach() {
    List<Deed> deeds = new ArrayList<>();
    List<AzCommand> commands = new ArrayList<>();
    for (Purpose purpose : sorted()) {
      if (order.changed().contains(purpose)) {
        KeyIdentifier key = Keys.key(target, purpose).orElseThrow();
        boolean unknown = isUnknown(purpose);
        deeds.add(
            new Deed.AwaitAccess(
                purpose,
                unknown ? key.versionless() : key,
                Keys.identity(target, purpose).orElseThrow()));
        commands.add(
            AzCommand.of(
                "keyvault", "key", "show", "--id", unknown ? NEW_VERSION : key.toString()));
      }
    }
    return new PlannedStep(RotationStep.REACH, deeds, commands);
  }

  private PlannedStep update() {
    return order.needsUpdate()
        ? new PlannedStep(
            RotationStep.UPDATE,
            List.of(new Deed.Send(order.server(), order.base(), target)),
            List.of(update(order.server(), target, this::shown)))
        : new PlannedStep(RotationStep.UPDATE, List.of(), List.of());
  }

  private PlannedStep verify() {
    List<Deed> deeds = new ArrayList<>();
    deeds.add(new Deed.ReadBack(order.server(), target, provable));
    for (Purpose purpose : sorted()) {
      if (order.leaving().contains(purpose) && order.isFollowed(purpose)) {
        deeds.add(new Deed.AwaitFollowing(purpose, Keys.key(target, purpose).orElseThrow()));
      }
    }
    return new PlannedStep(RotationStep.VERIFY, deeds, List.of(show(order.server())));
  }

  private static List<Purpose> sorted() {
    return List.of(Purpose.values());
  }

  /** Whether the version that will be used is still to be made. */
  private boolean isUnknown(Purpose purpose) {
    return order.newVersions().contains(purpose)
        && !order.isFollowed(purpose)
        && !made.containsKey(purpose);
  }

  private String shown(Purpose purpose) {
    return isUnknown(purpose) ? NEW_VERSION : Keys.key(target, purpose).orElseThrow().toString();
  }

  /** How a key is named in a command. */
  interface Naming {
    String of(Purpose purpose);
  }

  /** The command that gives a server its keys, all together (portal specification BLD-12). */
  static AzCommand update(ResourceId server, DataEncryption wanted, Naming naming) {
    List<String> words = new ArrayList<>(List.of("postgres", "flexible-server", "update"));
    words.addAll(place(server));
    words.addAll(List.of("--key", naming.of(Purpose.PRIMARY)));
    words.addAll(List.of("--identity", wanted.identity().map(ResourceId::toString).orElse("")));
    Optional<ResourceId> geo = Keys.identity(wanted, Purpose.GEO_BACKUP);
    geo.ifPresent(
        identity -> {
          words.addAll(List.of("--backup-key", naming.of(Purpose.GEO_BACKUP)));
          words.addAll(List.of("--backup-identity", identity.toString()));
        });
    return new AzCommand(words);
  }

  /** The command that switches a version off. */
  static AzCommand disable(KeyIdentifier version) {
    return AzCommand.of(
        "keyvault", "key", "set-attributes", "--id", version.toString(), "--enabled", "false");
  }

  private static AzCommand show(ResourceId server) {
    List<String> words = new ArrayList<>(List.of("postgres", "flexible-server", "show"));
    words.addAll(place(server));
    words.addAll(List.of("--query", "{state:state, dataEncryption:dataEncryption}"));
    return new AzCommand(words);
  }

  private static List<String> place(ResourceId server) {
    return List.of(
        "--subscription",
        server.subscription(),
        "--resource-group",
        server.resourceGroup(),
        "--name",
        server.name());
  }
}
