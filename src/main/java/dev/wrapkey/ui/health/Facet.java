package dev.wrapkey.ui.health;

import dev.wrapkey.health.HealthLine;
import dev.wrapkey.ui.view.Texts;
import java.util.function.Function;

/** What keys can be told apart by. */
enum Facet {
  URGENCY(line -> Texts.text("health.urgency." + line.urgency())),
  MODE(HealthWords::mode),
  VAULT(HealthWords::vault),
  REGION(line -> line.health().region()),
  SUBSCRIPTION(line -> line.health().subscription().name());

  private final Function<HealthLine, String> value;

  Facet(Function<HealthLine, String> value) {
    this.value = value;
  }

  String of(HealthLine line) {
    return value.apply(line);
  }
}
