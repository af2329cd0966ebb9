package dev.wrapkey.azure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.wrapkey.provisioning.Cancellation;
import dev.wrapkey.provisioning.CloudFailure;
import dev.wrapkey.provisioning.CloudFailure.Kind;
import dev.wrapkey.provisioning.KeyIdentifier;
import dev.wrapkey.provisioning.Secret;
import dev.wrapkey.provisioning.Subscription;
import dev.wrapkey.signin.SignIn;
import dev.wrapkey.signin.SignIn.Wish;
import dev.wrapkey.signin.SignedIn;
import dev.wrapkey.signin.Way;
import dev.wrapkey.simulator.PracticeCloud;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Certificates and device codes, over real sockets and TLS. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WaysToSignInTest {

  private static final String PASSWORD = "Canary-password-4711";
  private static final KeyIdentifier KEY =
      KeyIdentifier.of("https://kv-orders-eastus.vault.azure.net/keys/orders-kek");

  private Path folder;
  private Gatehouse gate;
  private OwnCertificate own;

  @BeforeAll
  void open(@TempDir Path temporary) throws Exception {
    folder = temporary;
    gate = new Gatehouse(temporary);
    own = OwnCertificate.made();
  }

  @AfterAll
  void close() {
    gate.close();
  }

  @AfterEach
  void forgetCertificates() {
    gate.practice.acceptCertificates("");
  }

  @Test
  void aCertificateThatEntraKnowsSignsIn() throws Exception {
    gate.practice.acceptCertificates(OwnCertificate.made().publicPem() + own.publicPem());
    Way pem = certificate(own.pemIn(folder.resolve("own.pem")), "");
    Way pkcs12 = certificate(own.pkcs12In(folder.resolve("own.pfx"), PASSWORD), PASSWORD);
    for (Way way : List.of(pem, pkcs12)) {
      SignedIn signedIn = gate.signedIn(gate.signIn(), way);
      assertThat(signedIn.account().application()).isTrue();
      assertThat(signedIn.cloud().directory().subscriptions())
          .extracting(Subscription::id)
          .contains(PracticeCloud.SUBSCRIPTION);
    }
  }

  @Test
  void aCertificateThatEntraDoesNotKnowIsRefused() throws Exception {
    gate.practice.acceptCertificates(OwnCertificate.made().publicPem());
    CloudFailure failure = refused(certificate(own.pemIn(folder.resolve("unknown.pem")), ""));
    assertThat(failure.kind()).isEqualTo(Kind.SIGN_IN);
    assertThat(failure.code()).isEqualTo("AADSTS700027");
  }

  @Test
  void aFileThatIsNoCertificateIsRefusedByItsNameAndNotByItsPassword() throws Exception {
    Path wrong = own.pkcs12In(folder.resolve("wrong.pfx"), PASSWORD);
    Path bare = Files.writeString(folder.resolve("bare.pem"), own.publicPem());
    Path half = Files.writeString(folder.resolve("half.pem"), own.privatePem());
    Path other =
        Files.writeString(
            folder.resolve("other.pem"), own.privatePem() + OwnCertificate.made().publicPem());
    Path junk = Files.writeString(folder.resolve("junk.pem"), "nonsense");
    assertThat(invalid(wrong, "Canary-wrong")).isEqualTo("CertificatePassword");
    assertThat(invalid(wrong, "")).isEqualTo("CertificatePassword");
    assertThat(invalid(bare, "")).isEqualTo("CertificateWithoutKey");
    assertThat(invalid(half, "")).isEqualTo("CertificateMissing");
    assertThat(invalid(other, "")).isEqualTo("CertificateMissing");
    assertThat(invalid(junk, "")).isEqualTo("CertificateUnreadable");
    assertThat(invalid(folder.resolve("missing.pem"), "")).isEqualTo("CertificateUnreadable");
  }

  private String invalid(Path file, String password) {
    CloudFailure failure = refused(certificate(file, password));
    assertThat(failure.kind()).isEqualTo(Kind.INVALID);
    assertThat(failure.details()).contains(file.getFileName().toString()).doesNotContain("Canary");
    return failure.code();
  }

  @Test
  void aDeviceCodeIsShownAndWorksOnceThePersonHasSaidYes() {
    List<String> shown = new ArrayList<>();
    SignedIn signedIn = byDeviceCode(shown, true, new Cancellation());
    assertThat(shown).hasSize(1);
    assertThat(signedIn.account().name()).isEqualTo("practitioner@practice.onmicrosoft.com");
    assertThat(signedIn.account().application()).isFalse();
    assertThat(signedIn.tenant().id()).isEqualTo(PracticeCloud.TENANT);
    assertThat(signedIn.cloud().directory().subscriptions())
        .extracting(Subscription::id)
        .contains(PracticeCloud.SUBSCRIPTION);
    assertThat(signedIn.cloud().keyStores().get(KEY).id().key()).isEqualTo("orders-kek");
    assertThat(signedIn.cloud().directory().signedIn().type()).isEqualTo("User");
    assertThat(signedIn.in(signedIn.tenant()).cloud().directory().subscriptions()).isNotEmpty();
    assertThat(shown).as("asked once for all services and tenants").hasSize(1);
  }

  @Test
  void aDeclinedDeviceCodeIsARefusal() {
    CloudFailure failure =
        failureOf(() -> byDeviceCode(new ArrayList<>(), false, new Cancellation()));
    assertThat(failure.kind()).isEqualTo(Kind.SIGN_IN);
  }

  @Test
  void waitingForAPersonCanBeCancelled() {
    Cancellation cancellation = new Cancellation();
    SignIn.Prompt cancels = (code, address, expires) -> cancellation.cancel();
    assertThat(
            catchThrowableOfType(
                CancellationException.class,
                () -> gate.signIn().signIn(device(), cancels, cancellation)))
        .isNotNull();
  }

  @Test
  void waitingForAPersonCanBeInterrupted() throws InterruptedException {
    List<Throwable> thrown = new CopyOnWriteArrayList<>();
    List<Boolean> flags = new CopyOnWriteArrayList<>();
    AtomicReference<Thread> waiting = new AtomicReference<>();
    SignIn.Prompt interrupts = (code, address, expires) -> waiting.get().interrupt();
    Thread own =
        Thread.ofPlatform()
            .unstarted(
                () -> {
                  thrown.add(
                      catchThrowable(
                          () -> gate.signIn().signIn(device(), interrupts, new Cancellation())));
                  flags.add(Thread.interrupted());
                });
    waiting.set(own);
    own.start();
    own.join();
    assertThat(thrown).singleElement().isInstanceOf(CancellationException.class);
    assertThat(flags).containsExactly(true);
  }

  private SignedIn byDeviceCode(List<String> shown, boolean yes, Cancellation cancellation) {
    SignIn.Prompt person =
        (code, address, expires) -> {
          shown.add(code);
          assertThat(address).hasToString("https://microsoft.com/devicelogin");
          assertThat(gate.practice.signIns().decide(code, yes)).isTrue();
        };
    return gate.signIn().signIn(device(), person, cancellation);
  }

  private Wish device() {
    return new Wish(gate.place, new Way.DeviceCode(), Optional.empty());
  }

  private static Way certificate(Path file, String password) {
    return new Way.ClientCertificate(PracticeCloud.CLIENT, file, new Secret(password));
  }

  private CloudFailure refused(Way way) {
    return failureOf(() -> gate.signedIn(gate.signIn(), way));
  }

  private static CloudFailure failureOf(ThrowingCallable call) {
    CloudFailure failure = catchThrowableOfType(CloudFailure.class, call);
    assertThat(failure).isNotNull();
    return failure;
  }
}
