package dev.wrapkey.health;

import dev.wrapkey.ui.Practice;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class TryTest {
  @RegisterExtension static final Practice PRACTICE = new Practice();

  @Test
  void look() {
    HealthReport r = new Surveys(PRACTICE).run();
    for (HealthLine l : r.lines()) {
      System.err.println("LINE " + l.server().name() + " " + l.purpose() + " " + l.urgency() + " " + l.breaks());
      l.key().ifPresent(k -> System.err.println("   KEY " + k));
      l.gaps().forEach(g -> System.err.println("   GAP " + g.urgency() + " " + g.rule() + " " + g.message()));
    }
  }
}
