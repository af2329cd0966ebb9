package dev.wrapkey.app;

import dev.wrapkey.cli.Console;
import dev.wrapkey.cli.HealthText;
import dev.wrapkey.cli.Surveying;
import dev.wrapkey.health.HealthFile;
import dev.wrapkey.health.HealthReport;
import dev.wrapkey.health.Survey;
import dev.wrapkey.health.Traces;
import dev.wrapkey.provisioning.Cancellation;
import dev.wrapkey.rules.Profile;

/** Looks at the keys of all servers, as the window does. */
final class Surveyor implements Surveying {

  private final Console console;

  Surveyor(Console console) {
    this.console = console;
  }

  @Override
  public int look(Order order) {
    return new Trip(console, order.where(), 1).run(UNCERTAIN, place -> look(order, place));
  }

  private int look(Order order, Trip.Place place) {
    HealthReport report =
        new Survey(
                place.cloud(),
                place.time(),
                server -> Thread.ofVirtual().start(server),
                () -> Profile.CURRENT,
                new Traces(place.deployments(), place.rotations(), place.proof()))
            .run(new Survey.Listener() {}, new Cancellation());
    HealthFile file = HealthFile.of(report);
    switch (order.form()) {
      case TEXT -> HealthText.lines(report).forEach(console::say);
      case JSON -> console.say(file.json(place.signature().facts()));
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
