package dev.wrapkey.azure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.wrapkey.keyfile.Samples;
import dev.wrapkey.provisioning.CloudFailure;
import dev.wrapkey.provisioning.Secret;
import dev.wrapkey.signin.AzurePlace;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs in a process of its own, which speaks German. */
@Tag("german")
class AzureGermanTest {

  @TempDir Path folder;

  private static String said(ThrowingCallable call) {
    return catchThrowableOfType(CloudFailure.class, call).details();
  }

  @Test
  void aCertificateThatDoesNotServeIsNamed() {
    Path key = Samples.lay("plain.pem", folder);
    assertThat(said(() -> new CertificateFile(key, Secret.EMPTY).pem()))
        .isEqualTo(key + " enthält kein Zertifikat, das zum privaten Schlüssel passt.");
    Path sealed = Samples.lay("encrypted.pem", folder);
    assertThat(said(() -> new CertificateFile(sealed, new Secret("falsch")).pem()))
        .isEqualTo(sealed + ": Das Kennwort öffnet diese Datei nicht.");
  }

  @Test
  void aRouteThatCannotBeTakenIsNamed() throws IOException {
    Path file = Files.writeString(folder.resolve("stellen.pem"), "keine");
    assertThat(
            said(() -> Transport.over(new AzurePlace.Route(Optional.of(file), Optional.empty()))))
        .isEqualTo(
            "Die Datei " + file + " kann nicht als Zertifikate im PEM-Format gelesen werden.");
    URI proxy = URI.create("proxy");
    assertThat(
            said(() -> Transport.over(new AzurePlace.Route(Optional.empty(), Optional.of(proxy)))))
        .isEqualTo("proxy ist keine Adresse eines Proxys.");
  }

  @Test
  void whoIsNotSignedInIsToldSo() {
    assertThat(SignInFailures.signInNeeded().details())
        .isEqualTo("Das Konto muss sich erneut anmelden.");
    String id = "facade00-0000-4000-a000-0000000000a1";
    assertThat(said(() -> AzureConnection.refusePractice(id)))
        .isEqualTo(id + " gehört zur Übungscloud.");
  }
}
