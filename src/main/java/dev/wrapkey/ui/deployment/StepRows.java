package dev.wrapkey.ui.deployment;

import dev.wrapkey.provisioning.KeyIdentifier;
import dev.wrapkey.provisioning.Ledger;
import dev.wrapkey.provisioning.Origin;
import dev.wrapkey.provisioning.Plan;
import dev.wrapkey.provisioning.Progress;
import dev.wrapkey.provisioning.Progress.State;
import dev.wrapkey.provisioning.Provisioning;
import dev.wrapkey.provisioning.Receipt;
import dev.wrapkey.provisioning.Remnant;
import dev.wrapkey.provisioning.ResourceId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The operations of a deployment: one row a step, and of a step that makes several things one row a
 * thing.
 */
final class StepRows {

  private static final String FIREWALL = "firewall";
  private static final String CREATE = "create-server";

  private final List<StepRow> rows = new ArrayList<>();

  StepRows(Ledger.Entry entry, Optional<Plan> plan) {
    List<String> ids = Provisioning.stepIds();
    int reached = ids.indexOf(entry.step());
    for (String id : ids) {
      boolean before = ids.indexOf(id) < reached;
      things(id, entry.id(), plan)
          .forEach(thing -> rows.add(new StepRow(id, words(id, plan), thing, type(id), before)));
    }
  }

  private static String words(String step, Optional<Plan> plan) {
    Optional<Origin> origin = plan.flatMap(Plan::origin).filter(_ -> step.equals(CREATE));
    return origin
        .map(from -> "deployment.step.copy." + from.mode())
        .orElse("deployment.step." + step);
  }

  private static List<String> things(String step, ResourceId server, Optional<Plan> plan) {
    return switch (step) {
      case "check-key" ->
          List.of(
              plan.flatMap(p -> p.encryption().key())
                  .map(KeyIdentifier::key)
                  .orElse(server.name()));
      case "resource-group" -> List.of(server.resourceGroup());
      case FIREWALL -> {
        List<String> rules =
            plan.map(Plan::networking)
                .filter(Plan.Networking::publicAccess)
                .map(StepRows::rules)
                .orElse(List.of());
        yield rules.isEmpty() ? List.of(server.name()) : rules;
      }
      default -> List.of(server.name());
    };
  }

  private static List<String> rules(Plan.Networking networking) {
    Stream<String> azure =
        networking.azureServices()
            ? Stream.of("AllowAllAzureServicesAndResourcesWithinAzureIps")
            : Stream.empty();
    return Stream.concat(networking.firewall().stream().map(Plan.FirewallRule::name), azure)
        .toList();
  }

  private static String type(String step) {
    return switch (step) {
      case "check-key" -> "Microsoft.KeyVault/vaults/keys";
      case "resource-group" -> Remnant.GROUP_TYPE;
      case FIREWALL -> ResourceId.FIREWALL_RULE;
      default -> ResourceId.SERVER;
    };
  }

  List<StepRow> all() {
    return rows;
  }

  /** How far the deployment is, from 0 to 1. */
  double progress() {
    return (double) rows.stream().filter(StepRow::isOver).count() / rows.size();
  }

  void tell(Instant at, Progress.Event event) {
    List<StepRow> mine = of(event.step());
    switch (event.state()) {
      case SKIPPED -> mine.forEach(row -> row.tell(at, event));
      case ENDED -> mine.stream().filter(row -> !row.isOver()).forEach(row -> row.tell(at, event));
      case RUNNING -> running(at, event, mine);
      default -> current(mine).ifPresent(row -> row.tell(at, event));
    }
  }

  // A step that makes several things says the name of each before it makes it.
  private static void running(Instant at, Progress.Event event, List<StepRow> mine) {
    Optional<StepRow> named =
        mine.size() > 1
            ? mine.stream().filter(row -> row.resource().equals(event.detail())).findFirst()
            : Optional.empty();
    named.ifPresent(
        row ->
            mine.subList(0, mine.indexOf(row)).stream()
                .filter(earlier -> !earlier.isOver())
                .forEach(earlier -> earlier.tell(at, ended(event))));
    named.or(() -> current(mine)).ifPresent(row -> row.tell(at, event));
  }

  private static Progress.Event ended(Progress.Event next) {
    return new Progress.Event(next.step(), State.ENDED, "", Duration.ZERO.plus(next.elapsed()));
  }

  void accepted(String step, Receipt receipt) {
    current(of(step)).ifPresent(row -> row.receipts().add(receipt));
  }

  private List<StepRow> of(String step) {
    return rows.stream().filter(row -> row.id().equals(step)).toList();
  }

  private static Optional<StepRow> current(List<StepRow> rows) {
    return rows.stream().filter(row -> !row.isOver()).findFirst();
  }
}
