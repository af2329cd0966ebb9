package dev.wrapkey.simulator.world;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import org.junit.jupiter.api.Test;

class VerifierTest {

  /**
   * The example of RFC 7677 section 3: password "pencil", salt W22ZaJ0SNY7soEsUEjb6gQ==, 4096
   * iterations. The stored key follows from its client proof and signature; as printed by other
   * implementations of SCRAM-SHA-256.
   */
  @Test
  void theExampleOfTheStandardIsAccepted() {
    Verifier verifier =
        new Verifier(
            "W22ZaJ0SNY7soEsUEjb6gQ==", 4096, "WG5d8oPm3OtcPnkdi4Uo7BkeZkBFzpcXkuLmtbsT4qY=");
    assertThat(verifier.accepts("pencil")).isTrue();
    assertThat(verifier.accepts("Pencil")).isFalse();
  }

  @Test
  void thePasswordIsAcceptedAndNotTold() {
    Verifier verifier = Verifier.of("Canary-7h3-Passw0rd", new SecureRandom());
    assertThat(verifier.accepts("Canary-7h3-Passw0rd")).isTrue();
    assertThat(verifier.accepts("")).isFalse();
    assertThat(verifier.toString()).doesNotContain("Canary");
  }

  @Test
  void twoServersWithOnePasswordKeepDifferentVerifiers() {
    SecureRandom random = new SecureRandom();
    assertThat(Verifier.of("same", random).storedKey())
        .isNotEqualTo(Verifier.of("same", random).storedKey());
  }
}
