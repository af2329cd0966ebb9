package dev.wrapkey.ui.wizard;

import dev.wrapkey.provisioning.Plan;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;

/** The plan that the steps of one wizard write, each its own part. */
public final class Draft {

  private final ObjectProperty<Plan> plan;

  private final ObjectProperty<Plan.Configuration> configuration;

  public Draft(Plan start) {
    plan = new SimpleObjectProperty<>(start);
    configuration = Part.of(plan, Plan::configuration, Plan::withConfiguration);
  }

  /** Compute, storage, high availability and backups: several screens choose them. */
  public ObjectProperty<Plan.Configuration> configurationProperty() {
    return configuration;
  }

  public Plan plan() {
    return plan.get();
  }

  public ObjectProperty<Plan> planProperty() {
    return plan;
  }

  public void set(Plan newPlan) {
    plan.set(newPlan);
  }
}
