package dev.wrapkey.ui.vault;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wrapkey.provisioning.Key;
import dev.wrapkey.provisioning.KeyEdit;
import dev.wrapkey.provisioning.KeyIdentifier;
import dev.wrapkey.provisioning.RotationPolicy;
import dev.wrapkey.provisioning.RotationPolicy.From;
import dev.wrapkey.provisioning.RotationPolicy.Trigger;
import java.time.Instant;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a person enters about a version and about a rotation policy. */
class EntriesTest {

  private static final Instant CREATED = Instant.parse("2026-01-31T10:00:00Z");
  private static final Key VERSION =
      new Key(
          KeyIdentifier.of("https://kv-a1.vault.azure.net/keys/k/" + "a".repeat(32)),
          "RSA",
          2048,
          List.of("wrapKey", "unwrapKey", "import"),
          new Key.Life(
              true, CREATED, Optional.empty(), Optional.of(Instant.parse("2027-01-31T10:30:00Z"))));

  private final List<KeyEdit> edits = new ArrayList<>();
  private final EditViewModel edit = new EditViewModel(VERSION, edits::add);

  @Test
  void whatIsNotTouchedStaysAsItIs() {
    assertThat(edit.expiresProperty().get()).isEqualTo("2027-01-31 10:30");
    edit.read().ifPresent(edit::submit);
    assertThat(edits).isEmpty();
  }

  @Test
  void daysAndTimesAreUtc() {
    edit.activatesProperty().set(" 2026-02-01 ");
    edit.expiresProperty().set("2026-12-31 23:59");
    KeyEdit wanted = edit.read().orElseThrow();
    assertThat(wanted.activates()).contains(Instant.parse("2026-02-01T00:00:00Z"));
    assertThat(wanted.expires()).contains(Instant.parse("2026-12-31T23:59:00Z"));
    assertThat(wanted.operations()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"2026-02-30", "soon", "2026-12-31 25:00", "31.12.2026"})
  void whatIsNoDateIsNotSent(String text) {
    edit.expiresProperty().set(text);
    assertThat(edit.read()).isEmpty();
    assertThat(edit.expiresProblemProperty().get()).contains("YYYY-MM-DD");
    edit.expiresProperty().set("2027");
    assertThat(edit.expiresProblemProperty().get()).as("being corrected").isEmpty();
  }

  @Test
  void aDateCannotBeTakenAway() {
    edit.expiresProperty().set("");
    assertThat(edit.read()).isEmpty();
    assertThat(edit.expiresProblemProperty().get()).contains("cannot be taken away");
  }

  @Test
  void aVersionMustBeActiveBeforeItExpires() {
    edit.activatesProperty().set("2028-01-01");
    assertThat(edit.read()).isEmpty();
    assertThat(edit.expiresProblemProperty().get()).contains("before it is active");
  }

  @Test
  void operationsThatAreNotShownAreKept() {
    edit.operation("wrapKey").set(false);
    edit.operation("sign").set(true);
    assertThat(edit.read().orElseThrow().operations().orElseThrow())
        .containsExactlyInAnyOrder("unwrapKey", "import", "sign");
  }

  private final List<RotationPolicy> policies = new ArrayList<>();

  private PolicyViewModel policy(RotationPolicy now) {
    return new PolicyViewModel(VERSION, now, policies::add);
  }

  @Test
  void aPolicyComesBackAsItWas() {
    RotationPolicy full =
        new RotationPolicy(
            Optional.of(Period.ofYears(2)),
            Optional.of(new Trigger(From.BEFORE_EXPIRY, Period.ofMonths(18))),
            Optional.of(new Trigger(From.BEFORE_EXPIRY, Period.ofDays(30))));
    assertThat(policy(full).submit()).isTrue();
    RotationPolicy mixed =
        new RotationPolicy(Optional.of(Period.parse("P1Y10D")), Optional.empty(), Optional.empty());
    assertThat(policy(mixed).submit()).isTrue();
    assertThat(policy(RotationPolicy.NONE).submit()).isTrue();
    assertThat(policies).containsExactly(full, mixed, RotationPolicy.NONE);
  }

  @Test
  void theNextRotationIsCountedFromTheNewestVersion() {
    RotationPolicy monthly =
        new RotationPolicy(
            Optional.empty(),
            Optional.of(new Trigger(From.AFTER_CREATION, Period.ofMonths(1))),
            Optional.empty());
    assertThat(monthly.nextRotation(VERSION)).contains(Instant.parse("2026-02-28T10:00:00Z"));
    RotationPolicy before =
        new RotationPolicy(
            Optional.empty(),
            Optional.of(new Trigger(From.BEFORE_EXPIRY, Period.ofDays(31))),
            Optional.empty());
    assertThat(before.nextRotation(VERSION)).contains(Instant.parse("2026-12-31T10:30:00Z"));
    assertThat(RotationPolicy.NONE.nextRotation(VERSION)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"0", "-1", "six", "1.5", "''", "P0D"})
  void whatIsNoLengthIsNotSent(String text) {
    PolicyViewModel policy = policy(RotationPolicy.NONE);
    policy.rotatesProperty().set(true);
    policy.rotation().numberProperty().set(text);
    assertThat(policy.submit()).isFalse();
    assertThat(policy.rotation().problemProperty().get()).isNotEmpty();
    assertThat(policies).isEmpty();
  }

  @Test
  void aRotationBeforeAnExpiryNeedsOne() {
    PolicyViewModel policy = policy(RotationPolicy.NONE);
    policy.rotatesProperty().set(true);
    policy.fromProperty().set(From.BEFORE_EXPIRY);
    assertThat(policy.submit()).isFalse();
    assertThat(policy.expiry().problemProperty().get()).contains("must expire");
  }

  @Test
  void lessThanSevenDaysIsTooShort() {
    PolicyViewModel policy = policy(RotationPolicy.NONE);
    policy.rotatesProperty().set(true);
    policy.rotation().unitProperty().set(Length.Unit.DAYS);
    policy.rotation().numberProperty().set("6");
    assertThat(policy.submit()).isFalse();
    policy.rotation().numberProperty().set("7");
    assertThat(policy.submit()).isTrue();
  }
}
