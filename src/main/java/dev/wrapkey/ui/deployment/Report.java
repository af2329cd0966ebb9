package dev.wrapkey.ui.deployment;

import dev.wrapkey.provisioning.CloudFailure;
import dev.wrapkey.provisioning.KeyIdentifier;
import dev.wrapkey.provisioning.Ledger;
import dev.wrapkey.provisioning.Plan;
import dev.wrapkey.provisioning.Receipt;
import dev.wrapkey.provisioning.Remnant;
import dev.wrapkey.provisioning.ResourceId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;

/** A deployment as a file: what was planned, what was done, what exists. Holds no secret. */
final class Report {

  private static final int VERSION = 1;

  private Report() {}

  static String json(Deployment deployment) {
    Ledger.Entry entry = deployment.entry();
    SequencedMap<String, Object> report = new LinkedHashMap<>();
    report.put("wrapkeyDeploymentReport", VERSION);
    report.put("deployment", entry.deployment());
    report.put("status", deployment.phaseProperty().get().name());
    report.put("server", entry.id());
    report.put("started", entry.started());
    entry.stand().ended().ifPresent(at -> report.put("ended", at));
    entry
        .notes()
        .receipt()
        .map(Receipt::correlationId)
        .ifPresent(id -> report.put("correlationId", id));
    CloudFailure why = deployment.failureProperty().get();
    if (why != null) {
      report.put("error", failure(why));
    }
    report.put("operations", deployment.steps().stream().map(Report::step).toList());
    report.put("exists", deployment.remnants().stream().map(Report::remnant).toList());
    deployment.plan().ifPresent(plan -> report.put("plan", plan(plan)));
    return JsonText.of(report) + "\n";
  }

  static Map<String, Object> failure(CloudFailure why) {
    SequencedMap<String, Object> error = new LinkedHashMap<>();
    error.put("code", why.code());
    error.put("message", why.details());
    if (!why.correlationId().isEmpty()) {
      error.put("correlationId", why.correlationId());
    }
    return error;
  }

  private static Map<String, Object> step(StepRow row) {
    SequencedMap<String, Object> step = new LinkedHashMap<>();
    step.put("step", row.id());
    step.put("resource", row.resource());
    step.put("type", row.type());
    row.newsProperty()
        .get()
        .ifPresent(
            news -> {
              step.put("status", news.state().name());
              step.put("seconds", news.elapsed().toSeconds());
            });
    if (row.isBefore()) {
      step.put("status", "EARLIER");
    }
    List<String> ids = row.receipts().stream().map(Receipt::correlationId).toList();
    if (!ids.isEmpty()) {
      step.put("correlationIds", ids);
    }
    return step;
  }

  private static Map<String, Object> remnant(Remnant left) {
    SequencedMap<String, Object> thing = new LinkedHashMap<>();
    thing.put("name", left.name());
    thing.put("type", left.type());
    thing.put("ledger", left.presence().name());
    if (!left.state().isEmpty()) {
      thing.put("state", left.state());
    }
    return thing;
  }

  private static Map<String, Object> plan(Plan plan) {
    SequencedMap<String, Object> made = new LinkedHashMap<>();
    made.put("subscription", plan.basics().subscription().name());
    made.put("region", plan.basics().region());
    made.put("version", plan.basics().version());
    made.put("authentication", plan.basics().authentication().method().name());
    made.put("login", plan.basics().authentication().login());
    made.put("compute", plan.configuration().compute().sku());
    made.put("storageGiB", plan.configuration().storage().sizeGib());
    made.put("network", plan.networking().method().name());
    made.put("encryption", plan.encryption().mode().name());
    plan.encryption().key().map(KeyIdentifier::toString).ifPresent(key -> made.put("key", key));
    plan.encryption().identity().map(ResourceId::toString).ifPresent(i -> made.put("identity", i));
    made.put("tags", plan.tags());
    return made;
  }
}
