package dev.wrapkey.impact;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wrapkey.rules.Impact;
import dev.wrapkey.rules.Loss;
import dev.wrapkey.rules.Profile;
import java.time.Duration;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;

/** Predictions held against what the practice cloud then does, in one estate for all tests. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class Truth {

  /** The starter landscape has one server that is Inaccessible already. */
  static final String PAYROLL = "payroll-pg";

  Estate estate;

  @BeforeAll
  void make() {
    estate = new Estate();
  }

  @AfterAll
  void close() {
    estate.close();
  }

  /** Predicts, does, compares; undoes and sees all of them Ready again. */
  Impact holds(Loss loss, Runnable act, Runnable back, String... expected) {
    Impact impact = estate.predict(loss);
    assertThat(Estate.dark(impact)).as("predicted").containsExactlyInAnyOrder(expected);
    act.run();
    assertThat(estate.inaccessible(Impact.grace(Profile.CURRENT)))
        .as("outcome")
        .isEqualTo(and(Estate.dark(impact)));
    back.run();
    assertThat(estate.inaccessible(Duration.ofMinutes(70)))
        .as("after the way back")
        .containsExactly(PAYROLL);
    return impact;
  }

  static Set<String> and(Set<String> dark) {
    Set<String> all = new TreeSet<>(dark);
    all.add(PAYROLL);
    return all;
  }
}
