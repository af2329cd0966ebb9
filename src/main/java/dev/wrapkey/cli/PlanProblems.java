package dev.wrapkey.cli;

import dev.wrapkey.provisioning.Plan;
import dev.wrapkey.rules.AdminLogin;
import dev.wrapkey.rules.AdminPassword;
import dev.wrapkey.rules.Finding;
import dev.wrapkey.rules.FirewallRuleCheck;
import dev.wrapkey.rules.ResourceGroupName;
import dev.wrapkey.rules.ServerName;
import dev.wrapkey.rules.TagCheck;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** What Azure would refuse in a plan, found before it is asked; each with the place in the file. */
final class PlanProblems {

  private final List<String> found = new ArrayList<>();

  private PlanProblems() {}

  static List<String> of(Plan plan) {
    PlanProblems problems = new PlanProblems();
    Plan.Basics basics = plan.basics();
    problems.required("basics.subscription.id", basics.subscription().id());
    problems.required("basics.region", basics.region());
    problems.add("basics.group", ResourceGroupName.check(basics.group()));
    problems.add("basics.name", ServerName.check(basics.name()));
    Plan.Authentication authentication = basics.authentication();
    if (plan.takesPassword()) {
      problems.add("basics.authentication.login", AdminLogin.check(authentication.login()));
      problems.add(
          "the password", AdminPassword.check(authentication.login(), authentication.password()));
    }
    List<Plan.FirewallRule> rules = plan.networking().firewall();
    for (int i = 0; i < rules.size(); i++) {
      problems.addAll("networking.firewall[" + i + "]", FirewallRuleCheck.check(rules.get(i)));
    }
    plan.tags().forEach((name, value) -> problems.add("tags." + name, TagCheck.row(name, value)));
    problems.add("tags", TagCheck.names(List.copyOf(plan.tags().keySet())));
    return problems.found;
  }

  private void required(String place, String value) {
    if (value.isEmpty()) {
      found.add(place + ": this is empty.");
    }
  }

  private void add(String place, Optional<Finding> finding) {
    addAll(place, finding.stream().toList());
  }

  private void addAll(String place, Collection<Finding> findings) {
    findings.stream()
        .filter(Finding::blocks)
        .forEach(finding -> found.add(place + ": " + finding.message()));
  }
}
