package dev.wrapkey.provisioning;

import java.util.ArrayList;
import java.util.List;

/** Opens the server to the addresses of the plan. Setting a rule twice leaves it as it is. */
final class AddFirewallRules implements ProvisioningStep {

  static final String ID = "firewall";

  // The portal's name for the range that stands for "any Azure service" (portal specification
  // NET-5).
  private static final Plan.FirewallRule AZURE_SERVICES =
      new Plan.FirewallRule(
          "AllowAllAzureServicesAndResourcesWithinAzureIps", "0.0.0.0", "0.0.0.0");

  @Override
  public String id() {
    return ID;
  }

  @Override
  public boolean isNeeded(StepContext context) {
    return !rules(context.plan().networking()).isEmpty();
  }

  @Override
  public void run(StepContext context) {
    for (Plan.FirewallRule rule : rules(context.plan().networking())) {
      context.work().running(rule.name());
      ResourceId server = context.plan().serverId();
      context.make(id(server, rule), () -> context.cloud().servers().addFirewallRule(server, rule));
    }
  }

  private static ResourceId id(ResourceId server, Plan.FirewallRule rule) {
    return new ResourceId(
        server.subscription(),
        server.resourceGroup(),
        ResourceId.FIREWALL_RULE,
        server.name() + "/" + rule.name());
  }

  private static List<Plan.FirewallRule> rules(Plan.Networking networking) {
    List<Plan.FirewallRule> rules = new ArrayList<>();
    if (networking.publicAccess()) {
      rules.addAll(networking.firewall());
      if (networking.azureServices()) {
        rules.add(AZURE_SERVICES);
      }
    }
    return rules;
  }
}
