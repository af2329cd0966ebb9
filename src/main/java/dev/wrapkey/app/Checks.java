package dev.wrapkey.app;

import dev.wrapkey.catalog.Catalog;
import dev.wrapkey.catalog.RegionFacts;
import dev.wrapkey.preflight.Preflight;
import dev.wrapkey.preflight.Repair;
import dev.wrapkey.preflight.Subject;
import dev.wrapkey.provisioning.Plan;
import dev.wrapkey.time.SystemTime;
import dev.wrapkey.ui.navigation.Navigator;
import dev.wrapkey.ui.preflight.Examiner;
import dev.wrapkey.ui.preflight.PreflightViewModel;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Makes the panels that check before something is made or changed.
 *
 * @param services what they are made of
 * @param navigator leads to the rules
 */
record Checks(Services services, Navigator navigator) {

  /** A panel for whatever is about to happen. */
  PreflightViewModel panel(Supplier<Optional<Subject>> subject) {
    return new PreflightViewModel(
        examiner(),
        services.tasks(),
        new SystemTime(), // how long they take, on the person's watch
        subject,
        rule -> navigator.open(new VaultPages(services, navigator).rule(rule)));
  }

  private Examiner examiner() {
    return Examiner.of(
        new Preflight(
            services.cloud(),
            services.time(),
            check -> Thread.ofVirtual().start(check),
            services::profile),
        new Repair(services.cloud(), services.time(), services::profile));
  }

  /** What is to be proven of a plan, which may not have a name for the server yet. */
  static Subject subject(Plan plan) {
    Optional<String> pair = Catalog.region(plan.basics().region()).flatMap(RegionFacts::pair);
    boolean named = !plan.basics().name().isEmpty() && !plan.basics().group().isEmpty();
    Subject whole = Subject.of(plan, pair);
    return named
        ? whole
        : new Subject(
            whole.subscription(),
            whole.region(),
            whole.pairedRegion(),
            Optional.empty(),
            whole.encryption(),
            whole.origin());
  }
}
