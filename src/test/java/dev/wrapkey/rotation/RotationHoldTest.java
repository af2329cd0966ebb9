package dev.wrapkey.rotation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wrapkey.provisioning.Cancellation;
import dev.wrapkey.provisioning.Hold;
import dev.wrapkey.provisioning.KeyUser.Purpose;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** A rotation that a window and a command line know at the same time. */
class RotationHoldTest {

  @Test
  void onlyOneOfThemCarriesItOut() throws IOException {
    try (Rotating rotating = new Rotating()) {
      GuidedRotation rotation = rotating.rotation();
      RotationLedger here =
          rotation.begin(
              RotationOrder.newVersion(rotating.server("orders-pg"), Set.of(Purpose.PRIMARY)));
      RotationLedger there = RotationLedger.all(rotating.folder()).getFirst();
      String before = Files.readString(here.path());
      try (Hold other = Hold.take(there.path(), there::reread).orElseThrow()) {
        assertThat(other.file()).exists();
        for (RotationOutcome outcome :
            List.of(
                rotation.run(here, rotating.progress(), new Cancellation()),
                rotation.rollBack(here, rotating.progress(), new Cancellation()))) {
          assertThat(((RotationOutcome.Failed) outcome).failure().code()).isEqualTo(Hold.ELSEWHERE);
        }
      }
      assertThat(Files.readString(here.path())).isEqualTo(before);
      assertThat(rotation.run(there, rotating.progress(), new Cancellation()))
          .isInstanceOf(RotationOutcome.Succeeded.class);
      Optional<?> made = there.entry().reached(Purpose.PRIMARY);
      assertThat(rotation.run(here, rotating.progress(), new Cancellation()))
          .as("what has succeeded there is only read back here")
          .isInstanceOf(RotationOutcome.Succeeded.class);
      assertThat(here.entry().reached(Purpose.PRIMARY)).isPresent().isEqualTo(made);
    }
  }
}
