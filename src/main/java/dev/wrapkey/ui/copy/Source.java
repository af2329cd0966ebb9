package dev.wrapkey.ui.copy;

import dev.wrapkey.catalog.Catalog;
import dev.wrapkey.catalog.RegionFacts;
import dev.wrapkey.provisioning.Copying;
import dev.wrapkey.provisioning.Origin;
import dev.wrapkey.provisioning.Plan;
import dev.wrapkey.provisioning.Server;
import dev.wrapkey.provisioning.Subscription;
import dev.wrapkey.rules.CopyCheck;
import dev.wrapkey.rules.Finding;
import java.time.Instant;
import java.util.Optional;

/**
 * The server that is copied.
 *
 * @param server as it was when the wizard was opened
 * @param subscription its subscription, which is the copy's too
 * @param opened when the wizard was opened, on the cloud's clock
 */
public record Source(Server server, Subscription subscription, Instant opened) {

  /** The same as it is now. */
  Source with(Server now) {
    return new Source(now, subscription, opened);
  }

  /** What a copy starts with, in the region where copies of this kind come first. */
  public Plan plan(Origin.Mode mode) {
    return plan(mode, mode == Origin.Mode.GEO ? pair().orElse(server.region()) : server.region());
  }

  Plan plan(Origin.Mode mode, String region) {
    return Copying.of(server, subscription, compute(), Origin.latest(server, mode), region);
  }

  Plan.Compute compute() {
    return Catalog.compute(server.summary().sku());
  }

  /** The short name of the region of its geo-redundant backup, if there is one. */
  Optional<String> pair() {
    return Catalog.region(server.region())
        .flatMap(RegionFacts::pair)
        .filter(_ -> server.setup().backup().plan().geoRedundant());
  }

  /** Why it cannot be copied like this; empty if nothing is known that stands against it. */
  String obstacle(Origin.Mode mode) {
    return CopyCheck.source(server, compute().tier(), mode)
        .or(() -> mode == Origin.Mode.GEO ? CopyCheck.geoBackup(server, opened) : Optional.empty())
        .map(Finding::message)
        .orElse("");
  }
}
