package dev.wrapkey.app;

import dev.wrapkey.provisioning.Backup;
import dev.wrapkey.provisioning.Cloud;
import dev.wrapkey.provisioning.DataEncryption;
import dev.wrapkey.provisioning.PassingCloud;
import dev.wrapkey.provisioning.Plan;
import dev.wrapkey.provisioning.ResourceId;
import dev.wrapkey.provisioning.RunningOperation;
import dev.wrapkey.provisioning.Server;
import dev.wrapkey.provisioning.Servers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/**
 * A real cloud, watched as a key change begins. A deceitful one swallows the change and claims ever
 * after that it took place.
 */
final class SpiedCloud extends PassingCloud {

  private final Consumer<ResourceId> onChange;
  private final boolean deceitful;
  private final Map<ResourceId, DataEncryption> claims = new ConcurrentHashMap<>();

  SpiedCloud(Cloud real, Consumer<ResourceId> onChange, boolean deceitful) {
    super(real);
    this.onChange = onChange;
    this.deceitful = deceitful;
  }

  @Override
  public Servers servers() {
    return new SpiedServers();
  }

  private Server claimed(Server server) {
    return Optional.ofNullable(claims.get(server.id()))
        .map(claim -> server.withEncryption(claim))
        .orElse(server);
  }

  private final class SpiedServers implements Servers {

    @Override
    public List<Server> list(String subscription) {
      return real.servers().list(subscription).stream().map(SpiedCloud.this::claimed).toList();
    }

    @Override
    public Server get(ResourceId id) {
      return claimed(real.servers().get(id));
    }

    @Override
    public RunningOperation changeKey(ResourceId server, DataEncryption wanted) {
      onChange.accept(server);
      if (!deceitful) {
        return real.servers().changeKey(server, wanted);
      }
      claims.put(server, wanted.withStatus("Valid"));
      return new Done();
    }

    @Override
    public Optional<String> federatedClient(ResourceId server) {
      return real.servers().federatedClient(server);
    }

    @Override
    public Optional<String> refusalOfName(String subscription, String region, String name) {
      return real.servers().refusalOfName(subscription, region, name);
    }

    @Override
    public RunningOperation create(Plan plan) {
      return real.servers().create(plan);
    }

    @Override
    public RunningOperation addFirewallRule(ResourceId server, Plan.FirewallRule rule) {
      return real.servers().addFirewallRule(server, rule);
    }

    @Override
    public RunningOperation addAdministrator(ResourceId server, Plan.Administrator administrator) {
      return real.servers().addAdministrator(server, administrator);
    }

    @Override
    public List<Backup> backups(ResourceId server) {
      return real.servers().backups(server);
    }

    @Override
    public List<Server> replicas(ResourceId server) {
      return real.servers().replicas(server);
    }

    @Override
    public List<Plan.FirewallRule> firewallRules(ResourceId server) {
      return real.servers().firewallRules(server);
    }

    @Override
    public String json(ResourceId server) {
      return real.servers().json(server);
    }

    @Override
    public RunningOperation start(ResourceId server) {
      return real.servers().start(server);
    }

    @Override
    public RunningOperation stop(ResourceId server) {
      return real.servers().stop(server);
    }

    @Override
    public RunningOperation restart(ResourceId server) {
      return real.servers().restart(server);
    }

    @Override
    public RunningOperation delete(ResourceId server) {
      return real.servers().delete(server);
    }
  }

  private static final class Done implements RunningOperation {

    @Override
    public boolean poll() {
      return true;
    }

    @Override
    public Duration retryAfter() {
      return Duration.ZERO;
    }
  }
}
