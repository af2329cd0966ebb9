package dev.wrapkey.rehearsal;

import dev.wrapkey.language.Phrases;
import dev.wrapkey.provisioning.Cancellation;
import dev.wrapkey.provisioning.Cloud;
import dev.wrapkey.provisioning.CloudFailure;
import dev.wrapkey.provisioning.Copying;
import dev.wrapkey.provisioning.DataEncryption;
import dev.wrapkey.provisioning.KeyIdentifier;
import dev.wrapkey.provisioning.KeyOrder;
import dev.wrapkey.provisioning.KeyStore;
import dev.wrapkey.provisioning.ManagedIdentity;
import dev.wrapkey.provisioning.Origin;
import dev.wrapkey.provisioning.Plan;
import dev.wrapkey.provisioning.ResourceId;
import dev.wrapkey.provisioning.RunningOperation;
import dev.wrapkey.provisioning.Secret;
import dev.wrapkey.provisioning.Server;
import dev.wrapkey.provisioning.Subscription;
import dev.wrapkey.provisioning.VaultOrder;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.TreeMap;
import java.util.random.RandomGenerator;

/**
 * Builds what a rehearsal is played with, as anybody would in Azure, and moves the clock over every
 * wait.
 */
final class SetBuilding {

  private static final int BITS = 2048;
  private static final Duration PROPAGATION = Duration.ofMinutes(3);
  private static final Duration LONGEST = Duration.ofHours(2);
  private static final String LOGIN = "rehearsal";

  private final Cloud cloud;
  private final Stage stage;
  private final RandomGenerator random;
  private final Cancellation cancellation;

  SetBuilding(Cloud cloud, Stage stage, RandomGenerator random, Cancellation cancellation) {
    this.cloud = cloud;
    this.stage = stage;
    this.random = random;
    this.cancellation = cancellation;
  }

  /**
   * Builds it.
   *
   * @param bare without the version of the key, which is not there yet
   * @return with it
   */
  Props build(Props bare, boolean replicated) {
    cloud.directory().createResourceGroup(bare.subscription(), bare.group(), Props.REGION);
    finish(cloud.newVaults().create(VaultOrder.recommended(bare.vault(), Props.REGION)));
    KeyStore vault = cloud.newVaults().get(bare.vault());
    ManagedIdentity identity = cloud.identities().create(bare.identity(), Props.REGION);
    cloud.newVaults().grantSelf(vault);
    cloud.safeguards().grant(vault, identity);
    stage.jump(PROPAGATION);
    KeyIdentifier key =
        cloud.keyStores().create(vault, "app-kek", KeyOrder.usual(BITS, false)).id();
    Props props = bare.with(key);
    make(plan(props));
    if (replicated) {
      make(replica(props));
    }
    return props;
  }

  private Plan plan(Props props) {
    Secret password = new Secret("Aa1-" + Long.toHexString(random.nextLong()));
    return new Plan(
        new Plan.Basics(
            new Subscription(props.subscription(), ""),
            props.group(),
            false,
            props.server().name(),
            Props.REGION,
            "17",
            "",
            Plan.Authentication.passwords(LOGIN, password)),
        Plan.Configuration.PRODUCTION,
        Plan.Networking.open(true, false, List.of()),
        DataEncryption.customerManaged(props.key(), props.identity()),
        new TreeMap<>());
  }

  private Plan replica(Props props) {
    Server source = cloud.servers().get(props.server());
    Plan copy =
        Copying.of(
            source,
            new Subscription(props.subscription(), ""),
            Plan.Configuration.PRODUCTION.compute(),
            Origin.latest(source, Origin.Mode.REPLICA),
            Props.REGION);
    return copy.withBasics(copy.basics().named(props.replica().name()));
  }

  private void make(Plan plan) {
    finish(cloud.servers().create(plan));
    await(plan.serverId(), "Ready");
  }

  /** Waits until a server has a state. */
  void await(ResourceId server, String state) {
    Instant deadline = stage.now().plus(LONGEST);
    while (!cloud.servers().get(server).state().equals(state)) {
      cancellation.check();
      if (stage.now().isAfter(deadline)) {
        throw new CloudFailure(
            CloudFailure.Kind.SERVICE,
            "TookTooLong",
            Phrases.say("rehearsal.slow", server.name(), state),
            "");
      }
      stage.jump(Duration.ofMinutes(2));
    }
  }

  /** Waits until an operation has ended well. */
  void finish(RunningOperation operation) {
    while (!operation.poll()) {
      cancellation.check();
      stage.jump(operation.retryAfter());
    }
  }
}
