package dev.wrapkey.rotation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wrapkey.provisioning.Cancellation;
import dev.wrapkey.provisioning.KeyIdentifier;
import dev.wrapkey.provisioning.KeyUser.Purpose;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Runs in a process of its own, which speaks German. */
@Tag("german")
class RotationGermanTest {

  private final Rotating rotating = new Rotating();

  @AfterEach
  void close() {
    rotating.close();
  }

  @Test
  void aVersionThatCannotBeGoneBackToIsNamedWithTheReason() {
    RotationLedger ledger =
        rotating.succeeded(
            RotationOrder.newVersion(rotating.server("orders-pg"), Set.of(Purpose.PRIMARY)));
    KeyIdentifier old = ledger.entry().retired().getFirst();
    rotating.practice().administrator().enable(old, false);
    RotationOutcome outcome =
        rotating.rotation().rollBack(ledger, rotating.progress(), new Cancellation());
    assertThat(outcome).isInstanceOf(RotationOutcome.Failed.class);
    assertThat(((RotationOutcome.Failed) outcome).failure().details())
        .isEqualTo(old + " ist deaktiviert.");
  }
}
