package dev.wrapkey.ui.server;

import dev.wrapkey.provisioning.Cloud;
import dev.wrapkey.provisioning.Plan;
import dev.wrapkey.provisioning.ResourceId;
import dev.wrapkey.ui.task.Listing;
import dev.wrapkey.ui.task.Tasks;

/** How a server is reached. */
public final class NetworkViewModel {

  private final Cloud cloud;
  private final ServerViewModel server;
  private final Listing<Plan.FirewallRule> rules;

  public NetworkViewModel(Cloud cloud, Tasks tasks, ServerViewModel server) {
    this.cloud = cloud;
    this.server = server;
    rules = new Listing<>(tasks);
  }

  /** Reads server and rules anew. */
  public void refresh() {
    server.refresh();
    ResourceId id = server.id();
    rules.loadAll(() -> cloud.servers().firewallRules(id));
  }

  ServerViewModel server() {
    return server;
  }

  Listing<Plan.FirewallRule> rules() {
    return rules;
  }
}
