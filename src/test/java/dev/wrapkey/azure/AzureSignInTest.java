package dev.wrapkey.azure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.wrapkey.provisioning.Cancellation;
import dev.wrapkey.provisioning.CloudFailure;
import dev.wrapkey.provisioning.CloudFailure.Kind;
import dev.wrapkey.provisioning.KeyIdentifier;
import dev.wrapkey.provisioning.Secret;
import dev.wrapkey.provisioning.Subscription;
import dev.wrapkey.signin.AzurePlace;
import dev.wrapkey.signin.SignIn.Wish;
import dev.wrapkey.signin.SignedIn;
import dev.wrapkey.signin.Way;
import dev.wrapkey.simulator.PracticeCloud;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Signing in as a service principal over real sockets and TLS, through a proxy. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AzureSignInTest {

  private static final KeyIdentifier KEY =
      KeyIdentifier.of("https://kv-orders-eastus.vault.azure.net/keys/orders-kek");

  private Path folder;
  private Gatehouse gate;

  @BeforeAll
  void open(@TempDir Path temporary) throws Exception {
    folder = temporary;
    gate = new Gatehouse(temporary);
  }

  @AfterAll
  void close() {
    gate.close();
  }

  @Test
  void aSecretOpensSubscriptionsAndKeys() {
    SignedIn signedIn = gate.signedIn();
    assertThat(signedIn.account().name()).isEqualTo("practice-operator");
    assertThat(signedIn.account().application()).isTrue();
    assertThat(signedIn.account().objectId()).endsWith("0000000000c2");
    assertThat(signedIn.place().isCustom()).isTrue();
    assertThat(signedIn.tenant().id()).isEqualTo(PracticeCloud.TENANT);
    assertThat(signedIn.tenant().name()).isEqualTo("Practice");
    assertThat(signedIn.cloud().directory().subscriptions())
        .extracting(Subscription::id)
        .contains(PracticeCloud.SUBSCRIPTION);
    assertThat(signedIn.cloud().keyStores().get(KEY).id().key()).isEqualTo("orders-kek");
  }

  @Test
  void theAccountGoesToAnotherOfItsTenants() {
    SignedIn signedIn = gate.signedIn();
    assertThat(signedIn.tenants()).containsExactly(signedIn.tenant());
    SignedIn there = signedIn.in(signedIn.tenants().getFirst());
    assertThat(there.account()).isEqualTo(signedIn.account());
    assertThat(there.cloud().directory().subscriptions()).isNotEmpty();
    CloudFailure unknown =
        failureOf(
            () -> signedIn.in(new SignedIn.Tenant("11111111-2222-3333-4444-555555555555", "")));
    assertThat(unknown.kind()).isEqualTo(Kind.SIGN_IN);
    assertThat(unknown.code()).isEqualTo("AADSTS90002");
  }

  @Test
  void afterSigningOutNothingIsAskedAnyMore() {
    SignedIn signedIn = gate.signedIn();
    SignedIn there = signedIn.in(signedIn.tenant());
    signedIn.cloud().directory().subscriptions();
    signedIn.signOut();
    for (SignedIn gone : new SignedIn[] {signedIn, there}) {
      assertThat(failureOf(() -> gone.cloud().directory().subscriptions()).kind())
          .isEqualTo(Kind.SIGN_IN);
      assertThat(failureOf(() -> gone.cloud().keyStores().get(KEY)).code()).isEqualTo("SignedOut");
    }
  }

  @Test
  void whatEntraRefusesIsToldByItsNumber() {
    CloudFailure secret =
        refused(new Way.ClientSecret(PracticeCloud.CLIENT, new Secret("wrong-Canary-1")));
    assertThat(secret.kind()).isEqualTo(Kind.SIGN_IN);
    assertThat(secret.code()).isEqualTo("AADSTS7000215");
    CloudFailure application =
        refused(new Way.ClientSecret("facade00-0000-4000-a000-00000000ffff", new Secret("x")));
    assertThat(application.code()).isEqualTo("AADSTS700016");
    CloudFailure tenant =
        failureOf(
            () -> signIn(new Wish(gate.place, gate.secret(), Optional.of("nowhere.example"))));
    assertThat(tenant.code()).isEqualTo("AADSTS90002");
  }

  @Test
  void aServicePrincipalHasToNameItsTenant() {
    CloudFailure failure =
        failureOf(() -> signIn(new Wish(gate.place, gate.secret(), Optional.empty())));
    assertThat(failure.kind()).isEqualTo(Kind.INVALID);
    assertThat(failure.code()).isEqualTo("TenantMissing");
  }

  @ParameterizedTest
  @MethodSource("knownPlaces")
  void aPracticeTenantIsNoneOfTheCloudsThatEverybodyKnows(AzurePlace place) {
    CloudFailure failure =
        failureOf(
            () ->
                signIn(
                    new Wish(
                        place,
                        gate.secret(),
                        Optional.of(PracticeCloud.TENANT.toUpperCase(java.util.Locale.ROOT)))));
    assertThat(failure.kind()).isEqualTo(Kind.INVALID);
    assertThat(failure.code()).isEqualTo("PracticeId");
  }

  static java.util.List<AzurePlace> knownPlaces() {
    return AzurePlace.KNOWN;
  }

  @Test
  void authoritiesThatAreNoneAreRefusedByName() throws Exception {
    Path file = Files.writeString(folder.resolve("not-authorities.pem"), "nonsense");
    AzurePlace place = Gatehouse.custom(file, gate.place.route().proxy().orElseThrow());
    CloudFailure failure = failureOf(() -> signIn(wish(place)));
    assertThat(failure.kind()).isEqualTo(Kind.INVALID);
    assertThat(failure.details()).contains("not-authorities.pem");
    assertThat(
            failureOf(
                    () ->
                        signIn(
                            wish(
                                Gatehouse.custom(
                                    folder.resolve("missing.pem"),
                                    gate.place.route().proxy().orElseThrow()))))
                .code())
        .isEqualTo("AuthoritiesUnreadable");
  }

  @Test
  void aProxyThatIsNotThereIsNoConnection() throws Exception {
    int free;
    try (ServerSocket socket = new ServerSocket(0)) {
      free = socket.getLocalPort();
    }
    AzurePlace place =
        Gatehouse.custom(
            gate.place.route().authorities().orElseThrow(), URI.create("http://127.0.0.1:" + free));
    assertThat(failureOf(() -> signIn(wish(place))).kind()).isEqualTo(Kind.OFFLINE);
  }

  @Test
  void withoutTheGatewaysAuthorityItsCertificateIsNotTrusted() {
    AzurePlace place =
        new AzurePlace(
            AzurePlace.CUSTOM,
            gate.place.resourceManager(),
            gate.place.authority(),
            gate.place.graph(),
            gate.place.vaultSuffix(),
            gate.place.hsmSuffix(),
            new AzurePlace.Route(Optional.empty(), gate.place.route().proxy()));
    CloudFailure failure = failureOf(() -> signIn(wish(place)));
    assertThat(failure.kind()).isEqualTo(Kind.TLS);
  }

  @Test
  void aCancelledSignInDoesNotBegin() {
    Cancellation cancellation = new Cancellation();
    cancellation.cancel();
    assertThat(
            catchThrowableOfType(
                CancellationException.class,
                () ->
                    gate.signIn()
                        .signIn(gate.wish(gate.secret()), Gatehouse.nobody(), cancellation)))
        .isNotNull();
  }

  @Test
  void aSecretIsNotKeptSoThatNobodySignsInAgainWithoutIt() {
    gate.signedIn();
    assertThat(gate.signIn().again(gate.wish(gate.secret()), new Cancellation())).isEmpty();
    assertThat(gate.accounts()).doesNotExist();
  }

  @Test
  void theCommandLineIsAskedOnceAndNotForATokenThatWasKeptFirst() {
    AtomicInteger ways = new AtomicInteger();
    AzureSignIn door =
        gate.signIn(
            real -> {
              ways.incrementAndGet();
              return real;
            });
    assertThat(door.again(gate.wish(new Way.AzureCli()), new Cancellation())).isEmpty();
    assertThat(ways).as("nothing was begun").hasValue(0);
  }

  private Wish wish(AzurePlace place) {
    return new Wish(place, gate.secret(), Optional.of(PracticeCloud.TENANT));
  }

  private CloudFailure refused(Way way) {
    return failureOf(() -> gate.signedIn(gate.signIn(), way));
  }

  private SignedIn signIn(Wish wish) {
    return gate.signIn().signIn(wish, Gatehouse.nobody(), new Cancellation());
  }

  private static CloudFailure failureOf(ThrowingCallable call) {
    CloudFailure failure = catchThrowableOfType(CloudFailure.class, call);
    assertThat(failure).isNotNull();
    return failure;
  }
}
