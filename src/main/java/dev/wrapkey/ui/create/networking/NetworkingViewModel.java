package dev.wrapkey.ui.create.networking;

import dev.wrapkey.provisioning.Plan;
import dev.wrapkey.provisioning.Plan.FirewallRule;
import dev.wrapkey.provisioning.Plan.Networking;
import dev.wrapkey.time.Time;
import dev.wrapkey.ui.wizard.Draft;
import dev.wrapkey.ui.wizard.GrowingRows;
import dev.wrapkey.ui.wizard.Step;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import javafx.beans.binding.BooleanExpression;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;

/** Public access and firewall rules. */
public final class NetworkingViewModel implements Step {

  private static final DateTimeFormatter STAMP =
      DateTimeFormatter.ofPattern("uuuu-M-d_H-m-s").withZone(ZoneOffset.UTC);

  private final Draft draft;
  private final Time time;
  private final BooleanProperty publicAccess;
  private final BooleanProperty azureServices;
  private final GrowingRows<FirewallRow> rules = new GrowingRows<>(all -> new FirewallRow());
  private final BooleanExpression complete;

  public NetworkingViewModel(Draft draft, Time time) {
    this.draft = draft;
    this.time = time;
    publicAccess = new SimpleBooleanProperty(draft.plan().networking().publicAccess());
    azureServices = new SimpleBooleanProperty(draft.plan().networking().azureServices());
    complete = rules.validProperty().or(publicAccess.not());
  }

  @Override
  public String id() {
    return "networking";
  }

  @Override
  public BooleanExpression completeProperty() {
    return complete;
  }

  @Override
  public void enter() {}

  /** Shows what an opened plan says. */
  public void fill(Plan plan) {
    Networking wanted = plan.networking();
    publicAccess.set(wanted.publicAccess());
    azureServices.set(wanted.azureServices());
    rules.filled().forEach(rules::remove);
    wanted.firewall().forEach(rule -> rules.last().fill(rule));
  }

  @Override
  public void leave() {
    List<FirewallRule> firewall =
        publicAccess.get() ? rules.filled().stream().map(FirewallRow::rule).toList() : List.of();
    draft.set(
        draft
            .plan()
            .withNetworking(
                Networking.open(
                    publicAccess.get(), publicAccess.get() && azureServices.get(), firewall)));
  }

  @Override
  public void showProblems() {
    rules.showProblems();
  }

  /** Adds a rule that lets every IPv4 address in (portal specification NET-4). */
  void allowAll() {
    rules
        .last()
        .fill(
            new FirewallRule("AllowAll_" + STAMP.format(time.now()), "0.0.0.0", "255.255.255.255"));
  }

  BooleanProperty publicAccessProperty() {
    return publicAccess;
  }

  BooleanProperty azureServicesProperty() {
    return azureServices;
  }

  GrowingRows<FirewallRow> rules() {
    return rules;
  }
}
