package dev.wrapkey.catalog;

import dev.wrapkey.provisioning.Plan;

/** The workload types: what they choose in a region, compute and storage only. */
public enum Preset {
  DEVELOPMENT(Plan.Configuration.DEVELOPMENT),
  PRODUCTION(Plan.Configuration.PRODUCTION);

  private final Plan.Configuration wish;

  Preset(Plan.Configuration wish) {
    this.wish = wish;
  }

  /** The preset, or the region's equivalent, with the other settings as they were. */
  public Fit in(Choices choices, Plan.Configuration others) {
    Plan.Configuration here = Fit.of(wish, choices).configuration();
    return Fit.of(others.withCompute(here.compute()).withStorage(here.storage()), choices);
  }

  /** Whether this is the size it chooses where nothing stands against it. */
  public boolean hasSize(ComputeSize size) {
    return wish.compute().sku().equals(size.sku());
  }

  /** Whether a configuration has this preset's compute and storage. */
  public boolean is(Plan.Configuration configuration, Choices choices) {
    Plan.Configuration here = Fit.of(wish, choices).configuration();
    return configuration.compute().equals(here.compute())
        && configuration.storage().equals(here.storage());
  }
}
