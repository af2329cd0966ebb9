package dev.wrapkey.azure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.wrapkey.provisioning.Cancellation;
import dev.wrapkey.provisioning.CloudFailure;
import dev.wrapkey.provisioning.CloudFailure.Kind;
import dev.wrapkey.provisioning.KeyIdentifier;
import dev.wrapkey.provisioning.KeyStore;
import dev.wrapkey.provisioning.Line;
import dev.wrapkey.provisioning.Line.State;
import dev.wrapkey.provisioning.ResourceId;
import dev.wrapkey.provisioning.Retry;
import dev.wrapkey.time.VirtualTime;
import java.lang.ref.Reference;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/** Waiting for services that ask to slow down, and hearing whether anybody answers. */
class AttentiveTest {

  private static final Instant START = Instant.parse("2026-11-22T14:02:00Z");
  private static final String SUB = "facade00-0000-4000-a000-0000000000a1";
  private static final ResourceId SERVER = ResourceId.server(SUB, "rg", "orders-pg");
  private static final KeyIdentifier KEY =
      KeyIdentifier.of("https://kv-orders.vault.azure.net/keys/orders-kek");
  private static final String NONE = "{\"value\":[]}";

  private final VirtualTime time = VirtualTime.standingAt(START);
  private final Line line = new Line(time);
  private final Wire wire = new Wire();
  private final List<State> states = new ArrayList<>();
  private final Runnable listener = () -> states.add(line.state());
  private final AzureCloud cloud = new AzureCloud(connection());

  private AzureConnection connection() {
    line.onChange(listener);
    return AzureConnection.servicePrincipal(
        new Attentive(wire, line, time),
        "facade00-0000-4000-a000-000000000001",
        "facade00-0000-4000-a000-0000000000c1",
        "secret");
  }

  private static Wire.Answer slowDown(String seconds) {
    return Wire.answer(429, "{\"error\":{\"code\":\"TooManyRequests\",\"message\":\"Words.\"}}")
        .with("Retry-After", seconds);
  }

  @Test
  void aListWaitsAsLongAsItIsToldAndThenGoesOn() {
    wire.then(slowDown("7")).then(200, NONE);
    assertThat(cloud.servers().list(SUB)).isEmpty();
    assertThat(time.now()).isEqualTo(START.plusSeconds(7));
    assertThat(states)
        .containsExactly(new State.Slowed(START.plusSeconds(7), 1), new State.Clear());
  }

  @Test
  void everyPageOfEveryListWaitsByItself() {
    String vault =
        """
        {"id":"/subscriptions/%s/resourceGroups/rg/providers/Microsoft.KeyVault/vaults/kv","name":"kv",
         "location":"eastus","properties":{"vaultUri":"https://kv.vault.azure.net/"}}\
        """
            .formatted(SUB);
    wire.then(200, "{\"value\":[" + vault + "],\"nextLink\":\"https://management.azure.com/next\"}")
        .then(slowDown("3"))
        .then(200, NONE);
    List<KeyStore> found = new ArrayList<>();
    cloud.keyStores().list(KeyStore.Kind.KEY_VAULT, SUB, new Cancellation(), found::addAll);
    assertThat(found).as("the first page is not handed over twice").hasSize(1);
    assertThat(wire.asked).hasSize(3);
    assertThat(time.now()).isEqualTo(START.plusSeconds(3));
  }

  @Test
  void theIndexWaitsThoughItsQuestionIsSentByPost() {
    wire.then(slowDown("2")).then(200, "{\"totalRecords\":0,\"count\":0,\"data\":[]}");
    assertThat(cloud.servers().whereabouts(List.of(SUB), new Cancellation(), page -> {})).isEmpty();
    assertThat(time.now()).isEqualTo(START.plusSeconds(2));
  }

  @Test
  void theWaitsEndAtLastWithTheRefusal() {
    for (int i = 0; i < 9; i++) {
      wire.then(slowDown("5"));
    }
    CloudFailure failure = failure(() -> cloud.keyStores().get(KEY));
    assertThat(failure.kind()).isEqualTo(Kind.THROTTLED);
    assertThat(failure.retryAfter()).isEqualTo(Duration.ofSeconds(5));
    assertThat(wire.asked).hasSize(5);
    assertThat(line.state()).isEqualTo(new State.Slowed(time.now().plusSeconds(5), 5));
  }

  @Test
  void forAnHourNobodyWaits() {
    wire.then(slowDown("3600"));
    assertThat(failure(() -> cloud.servers().get(SERVER)).retryAfter())
        .isEqualTo(Duration.ofHours(1));
    assertThat(time.now()).isEqualTo(START);
  }

  @Test
  void aChangeIsNotRepeatedHere() {
    wire.then(slowDown("5"));
    assertThat(failure(() -> cloud.servers().delete(SERVER)).kind()).isEqualTo(Kind.THROTTLED);
    assertThat(wire.asked).hasSize(1);
    assertThat(line.state()).isInstanceOf(State.Slowed.class);
  }

  @Test
  void insideOfARepetitionThereIsNoOtherOne() {
    wire.then(slowDown("5")).then(slowDown("5"));
    Retry twice =
        new Retry(
            time,
            new Retry.Policy(
                2, Duration.ofSeconds(1), Duration.ofSeconds(1), java.util.Set.of(Kind.THROTTLED)),
            (_, _, _) -> {});
    failure(() -> twice.call(new Cancellation(), () -> cloud.servers().get(SERVER)));
    assertThat(wire.asked).hasSize(2);
  }

  @Test
  void thereIsNoneEitherWhereTheTokenComesOnAnotherThread() {
    AzureConnection usual = connection();
    Scheduler elsewhere = Schedulers.newSingle("elsewhere");
    AzureCloud hopping =
        new AzureCloud(
            new AzureConnection(
                usual.http(),
                asked -> usual.credential().getToken(asked).publishOn(elsewhere),
                usual.place(),
                usual.tenant(),
                usual.pollInterval()));
    wire.then(slowDown("5")).then(slowDown("5")).then(200, NONE);
    Retry twice =
        new Retry(
            time,
            new Retry.Policy(
                2, Duration.ofSeconds(1), Duration.ofSeconds(1), java.util.Set.of(Kind.THROTTLED)),
            (_, _, _) -> {});
    failure(
        () ->
            twice.call(
                new Cancellation(),
                () -> {
                  hopping
                      .keyStores()
                      .list(KeyStore.Kind.KEY_VAULT, SUB, new Cancellation(), page -> {});
                  return true;
                }));
    assertThat(wire.asked).hasSize(2);
    elsewhere.dispose();
  }

  @Test
  void aBrokenConnectionIsHeardAndSoIsTheNextAnswer() {
    assertThat(failure(() -> cloud.servers().get(SERVER)).kind()).isEqualTo(Kind.UNREACHABLE);
    assertThat(line.state()).isInstanceOf(State.Silent.class);
    wire.then(200, NONE);
    assertThat(cloud.servers().list(SUB)).isEmpty();
    assertThat(line.state()).isEqualTo(new State.Clear());
  }

  @Test
  void anInterruptEndsTheWait() {
    wire.then(slowDown("5"));
    Runnable interrupts = () -> Thread.currentThread().interrupt();
    line.onChange(interrupts);
    assertThat(
            catchThrowableOfType(
                java.util.concurrent.CancellationException.class,
                () -> cloud.servers().get(SERVER)))
        .isNotNull();
    assertThat(Thread.interrupted()).isTrue();
    assertThat(wire.asked).hasSize(1);
    Reference.reachabilityFence(interrupts);
  }

  private static CloudFailure failure(ThrowingCallable call) {
    CloudFailure failure = catchThrowableOfType(CloudFailure.class, call);
    assertThat(failure).isNotNull();
    return failure;
  }
}
