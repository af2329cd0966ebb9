package dev.wrapkey.preflight.recovery;

import dev.wrapkey.preflight.Preflight;
import dev.wrapkey.preflight.Purpose;
import dev.wrapkey.preflight.Remedy;
import dev.wrapkey.preflight.Report;
import dev.wrapkey.preflight.Subject;
import dev.wrapkey.preflight.diagnosis.Cause;
import dev.wrapkey.preflight.diagnosis.Diagnosis;
import dev.wrapkey.preflight.diagnosis.Suspect;
import dev.wrapkey.provisioning.Cancellation;
import dev.wrapkey.provisioning.Cloud;
import dev.wrapkey.provisioning.CloudFailure;
import dev.wrapkey.provisioning.DataEncryption;
import dev.wrapkey.provisioning.DeletedStore;
import dev.wrapkey.provisioning.Key;
import dev.wrapkey.provisioning.KeyIdentifier;
import dev.wrapkey.provisioning.KeyStore;
import dev.wrapkey.provisioning.ManagedIdentity;
import dev.wrapkey.provisioning.ResourceId;
import dev.wrapkey.provisioning.Server;
import dev.wrapkey.provisioning.Subscription;
import dev.wrapkey.rules.KeyCheck;
import dev.wrapkey.rules.Profile;
import dev.wrapkey.time.Time;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Finds the way back from each cause that a preflight of a server gives away.
 *
 * <p>Source: "Data encryption at rest", 2 June 2026 (portal specification 7.2, INA-1 to INA-9): an
 * expired key is extended and the server waited for before anything is rotated; a vault and a key
 * are recovered; an identity that is gone is replaced; rights are given again; trusted services are
 * let in. Then the service looks by itself, within 60 minutes; by the documents of January 2023 the
 * data encryption has to be revalidated.
 */
public final class Ways {

  private static final Set<CloudFailure.Kind> UNSEEN =
      Set.of(CloudFailure.Kind.NOT_FOUND, CloudFailure.Kind.FORBIDDEN);

  private final Cloud cloud;
  private final Time time;
  private final Preflight preflight;

  /**
   * @param time the cloud's clock
   * @param preflight to look what an identity lacks
   */
  public Ways(Cloud cloud, Time time, Preflight preflight) {
    this.cloud = cloud;
    this.time = time;
    this.preflight = preflight;
  }

  /**
   * The ways back, that from the likeliest cause first. Blocks.
   *
   * @param report what a preflight of the server as it is has found
   * @param profile whose rules the server lives by
   * @throws CloudFailure if the cloud cannot be asked
   */
  public List<Way> of(Server server, Report report, Profile profile) {
    return Stream.of(Purpose.PRIMARY, Purpose.GEO)
        .filter(purpose -> Sides.key(server.encryption(), purpose).isPresent())
        .flatMap(purpose -> of(server, purpose, report, profile).stream())
        .toList();
  }

  private List<Way> of(Server server, Purpose purpose, Report report, Profile profile) {
    List<Way> all =
        Diagnosis.ofLostKey(report, purpose).stream()
            .map(cause -> way(server, purpose, cause, profile))
            .toList();
    boolean gone = all.stream().anyMatch(Way::isStoreDeleted);
    // In a store that is deleted no key is to be seen, which says nothing of the key.
    return all.stream().filter(way -> !gone || way.suspect() != Suspect.KEY_MISSING).toList();
  }

  private Way way(Server server, Purpose purpose, Cause cause, Profile profile) {
    KeyIdentifier key = Sides.key(server.encryption(), purpose).orElseThrow();
    List<Step> steps = new ArrayList<>(acts(server, purpose, cause, key));
    boolean points = steps.stream().anyMatch(step -> isPointing(step.kind()));
    if (profile == Profile.JANUARY_2023 && !points) {
      steps.add(Step.of(Step.Kind.REVALIDATE, new Act.Revalidate(server)));
    }
    steps.add(Step.bare(Step.Kind.WAIT));
    if (cause.suspect() == Suspect.KEY_EXPIRED) {
      steps.add(Step.bare(Step.Kind.ROTATE));
    }
    return new Way(purpose, cause, thing(server, purpose, cause.suspect(), key), steps);
  }

  private static boolean isPointing(Step.Kind kind) {
    return kind == Step.Kind.NEWER || kind == Step.Kind.IDENTITY;
  }

  private static String thing(Server server, Purpose purpose, Suspect suspect, KeyIdentifier key) {
    return switch (suspect) {
      case IDENTITY_MISSING, NO_RIGHTS ->
          Sides.identity(server.encryption(), purpose).map(ResourceId::name).orElse("");
      case FIREWALL, STORE_UNSEEN -> key.storeName();
      default -> key.key();
    };
  }

  private List<Step> acts(Server server, Purpose purpose, Cause cause, KeyIdentifier key) {
    return switch (cause.suspect()) {
      case KEY_EXPIRED -> mend(Step.Kind.EXTEND, cause);
      case KEY_DISABLED -> mend(Step.Kind.ENABLE, cause);
      case NO_RIGHTS -> mend(Step.Kind.GRANT, cause);
      case FIREWALL -> mend(Step.Kind.TRUST, cause);
      case VERSION_EXPIRED -> newer(server, purpose, key);
      case KEY_MISSING -> deletedKey(key);
      case KEY_NOT_ACTIVE ->
          List.of(Step.of(Step.Kind.ACTIVATE, new Act.Activate(version(key).id(), time.now())));
      case KEY_OPERATIONS -> List.of(permit(version(key)));
      case IDENTITY_MISSING ->
          List.of(
              Step.bare(Step.Kind.CHOOSE),
              Step.bare(Step.Kind.GRANT),
              Step.bare(Step.Kind.IDENTITY));
      default -> deletedStore(server, key);
    };
  }

  private static List<Step> mend(Step.Kind kind, Cause cause) {
    return List.of(
        cause
            .remedy()
            .map(remedy -> Step.of(kind, new Act.Mend(remedy)))
            .orElseGet(() -> Step.outside("")));
  }

  private Key version(KeyIdentifier key) {
    return cloud.keyStores().get(key);
  }

  private static Step permit(Key key) {
    List<String> all =
        Stream.concat(key.operations().stream(), Stream.of("wrapKey", "unwrapKey"))
            .distinct()
            .toList();
    return Step.of(Step.Kind.PERMIT, new Act.Permit(key.id(), all));
  }

  private List<Step> newer(Server server, Purpose purpose, KeyIdentifier key) {
    Key newest = version(key.versionless());
    DataEncryption wanted = Sides.withKey(server.encryption(), purpose, newest.id());
    Act point = new Act.Point(server, wanted);
    // There is a newer version that works, but a still newer one that does not.
    boolean works = KeyCheck.obstacle(newest, time.now()).isEmpty();
    return List.of(
        works
            ? Step.of(Step.Kind.NEWER, point)
            : Step.outside(
                point
                    .command()
                    .replace(newest.id().toString(), key.versionless() + "/<newer-version>")));
  }

  private List<Step> deletedKey(KeyIdentifier key) {
    return List.of(
        isDeleted(key)
            ? Step.of(Step.Kind.RECOVER_KEY, new Act.RecoverKey(key.versionless()))
            : Step.outside(
                "az keyvault key restore %s %s --file <backup-of-the-key>"
                    .formatted(
                        key.isManagedHsm() ? "--hsm-name" : "--vault-name", key.storeName())));
  }

  private boolean isDeleted(KeyIdentifier key) {
    try {
      return cloud.keyLife().findDeleted(key.versionless()).isPresent();
    } catch (CloudFailure failure) {
      requireUnseen(failure);
      return false;
    }
  }

  private static void requireUnseen(CloudFailure failure) {
    if (!UNSEEN.contains(failure.kind())) {
      throw failure;
    }
  }

  private List<Step> deletedStore(Server server, KeyIdentifier key) {
    return List.of(
        deleted(server.id().subscription(), key)
            .map(store -> Step.of(Step.Kind.RECOVER_VAULT, new Act.RecoverVault(store)))
            .orElseGet(
                () ->
                    Step.outside(
                        "az keyvault recover %s %s"
                            .formatted(
                                key.isManagedHsm() ? "--hsm-name" : "--name", key.storeName()))));
  }

  // First where the server is, then in every other subscription that the account sees.
  private Optional<DeletedStore> deleted(String home, KeyIdentifier key) {
    return Stream.concat(
            Stream.of(home),
            cloud.directory().subscriptions().stream()
                .map(Subscription::id)
                .filter(id -> !id.equalsIgnoreCase(home)))
        .flatMap(subscription -> deletedIn(subscription).stream())
        .filter(store -> store.name().equalsIgnoreCase(key.storeName()))
        .filter(store -> (store.kind() == KeyStore.Kind.MANAGED_HSM) == key.isManagedHsm())
        .findFirst();
  }

  private List<DeletedStore> deletedIn(String subscription) {
    try {
      return cloud.storeLife().deleted(subscription);
    } catch (CloudFailure failure) {
      requireUnseen(failure);
      return List.of();
    }
  }

  /**
   * The way back with an identity that shall take the place of one that is gone. Blocks.
   *
   * @param subject the server as it is
   */
  public Way with(
      Way way,
      Server server,
      ManagedIdentity identity,
      Subject subject,
      Cancellation cancellation) {
    DataEncryption wanted = Sides.withIdentity(server.encryption(), way.purpose(), identity.id());
    Report report =
        preflight.run(
            subject.with(wanted), Set.of("CMK-10", "CMK-11")::contains, _ -> {}, cancellation);
    Optional<Remedy> grant =
        report.checks().stream()
            .filter(check -> check.purpose() == way.purpose())
            .flatMap(check -> check.remedy().stream())
            .findFirst();
    return way.with(server, identity, grant);
  }
}
