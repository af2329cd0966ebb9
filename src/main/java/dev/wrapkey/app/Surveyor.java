package dev.wrapkey.app;

import dev.wrapkey.cli.Console;
import dev.wrapkey.cli.HealthText;
import dev.wrapkey.cli.Surveying;
import dev.wrapkey.health.HealthFile;
import dev.wrapkey.health.HealthReport;
import dev.wrapkey.health.Survey;
import dev.wrapkey.health.Traces;
import dev.wrapkey.provisioning.Cancellation;
import dev.wrapkey.rotation.RotationLedger;
import dev.wrapkey.rotation.WrapProof;
import dev.wrapkey.rules.Profile;
import java.util.Optional;

/** Looks at the keys of all servers of the practice cloud, as the window does. */
final class Surveyor implements Surveying {

  private final Console console;

  Surveyor(Console console) {
    this.console = console;
  }

  @Override
  public int look(Order order) {
    return new Errand(console, order.state(), 1).run(UNCERTAIN, place -> look(order, place));
  }

  private int look(Order order, Errand.Place place) {
    HealthReport report =
        new Survey(
                place.cloud(),
                place.time(),
                server -> Thread.ofVirtual().start(server),
                () -> Profile.CURRENT,
                new Traces(
                    place.state().resolve(Session.LEDGER_FOLDER),
                    place.state().resolve(RotationLedger.FOLDER),
                    Optional.of(WrapProof.of(place.practice().inspector()))))
            .run(new Survey.Listener() {}, new Cancellation());
    HealthFile file = HealthFile.of(report);
    switch (order.form()) {
      case TEXT -> HealthText.lines(report).forEach(console::say);
      case JSON -> console.say(file.json());
      case CSV -> console.say(file.csv().stripTrailing());
    }
    if (order.form() == Form.CSV && !report.unseen().isEmpty()) {
      console.complain(file.summary());
    }
    if (report.has(order.failOn())) {
      return FOUND;
    }
    return report.isCertain() ? HEALTHY : UNCERTAIN;
  }
}
