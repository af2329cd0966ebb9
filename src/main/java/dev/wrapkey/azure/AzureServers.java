package dev.wrapkey.azure;

import com.azure.core.http.rest.Response;
import com.azure.core.util.Context;
import com.azure.resourcemanager.postgresqlflexibleserver.fluent.ServersClient;
import com.azure.resourcemanager.postgresqlflexibleserver.fluent.models.NameAvailabilityInner;
import com.azure.resourcemanager.postgresqlflexibleserver.fluent.models.ServerInner;
import com.azure.resourcemanager.postgresqlflexibleserver.models.CheckNameAvailabilityRequest;
import com.azure.resourcemanager.postgresqlflexibleserver.models.IdentityType;
import com.azure.resourcemanager.postgresqlflexibleserver.models.RestartParameter;
import dev.wrapkey.provisioning.Backup;
import dev.wrapkey.provisioning.Cancellation;
import dev.wrapkey.provisioning.DataEncryption;
import dev.wrapkey.provisioning.Plan;
import dev.wrapkey.provisioning.Receipt;
import dev.wrapkey.provisioning.ResourceId;
import dev.wrapkey.provisioning.RunningOperation;
import dev.wrapkey.provisioning.Server;
import dev.wrapkey.provisioning.Servers;
import java.nio.ByteBuffer;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Stream;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

final class AzureServers implements Servers {

  private final ArmClients clients;
  private final AzureConnection connection;
  private final Federation federation;
  private final ResourceIndex index;

  AzureServers(ArmClients clients, AzureConnection connection, ResourceIndex index) {
    this.index = index;
    this.clients = clients;
    this.connection = connection;
    this.federation = new Federation(new ArmResources(clients, connection));
  }

  @Override
  public List<Server> list(String subscription) {
    return Pages.all(() -> servers(subscription).list(), ServerReader::read).stream()
        .sorted(Comparator.comparing(Server::name, String.CASE_INSENSITIVE_ORDER))
        .toList();
  }

  @Override
  public Set<String> whereabouts(
      List<String> subscriptions, Cancellation cancellation, Consumer<List<Server>> page) {
    Set<String> found = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
    boolean indexed =
        index.each(
            List.of(IndexQuery.SERVERS),
            subscriptions,
            cancellation,
            rows -> {
              List<Server> servers =
                  rows.stream()
                      .map(row -> row.as(ServerInner::fromJson))
                      .map(ServerReader::read)
                      .toList();
              servers.forEach(server -> found.add(server.id().subscription()));
              page.accept(servers);
            });
    found.addAll(indexed ? clients.changes().subscriptions() : subscriptions);
    return found;
  }

  @Override
  public Server get(ResourceId id) {
    return ServerReader.read(read(id));
  }

  private ServerInner read(ResourceId id) {
    return AzureFailures.ask(
        () ->
            servers(id.subscription())
                .getByResourceGroupWithResponse(id.resourceGroup(), id.name(), Context.NONE)
                .getValue());
  }

  @Override
  public Optional<String> refusalOfName(String subscription, String region, String name) {
    NameAvailabilityInner answer =
        AzureFailures.ask(
            () ->
                clients
                    .postgres(subscription)
                    .getCheckNameAvailabilityWithLocations()
                    .executeWithResponse(
                        region,
                        new CheckNameAvailabilityRequest()
                            .withName(name)
                            .withType(ResourceId.SERVER),
                        Context.NONE)
                    .getValue());
    return Answer.flag(answer.nameAvailable(), false)
        ? Optional.empty()
        : Stream.of(Answer.text(answer.message()), Answer.text(answer.reason()), "Unavailable")
            .filter(reason -> !reason.isEmpty())
            .findFirst();
  }

  @Override
  public RunningOperation create(Plan plan) {
    ResourceId id = plan.serverId();
    return start(
        servers(id.subscription())
            .createWithResponseAsync(
                id.resourceGroup(), id.name(), ServerWriter.server(plan, connection.tenant())));
  }

  @Override
  public RunningOperation changeKey(ResourceId server, DataEncryption wanted) {
    IdentityType type = EncryptionWriter.keeping(read(server).identity());
    return start(
        servers(server.subscription())
            .updateWithResponseAsync(
                server.resourceGroup(), server.name(), ServerWriter.keyChange(wanted, type)));
  }

  @Override
  public Optional<String> federatedClient(ResourceId server) {
    return federation.client(server);
  }

  @Override
  public RunningOperation addFirewallRule(ResourceId server, Plan.FirewallRule rule) {
    return start(
        clients
            .postgres(server.subscription())
            .getFirewallRules()
            .createOrUpdateWithResponseAsync(
                server.resourceGroup(),
                server.name(),
                rule.name(),
                ServerWriter.firewallRule(rule)));
  }

  @Override
  public RunningOperation addAdministrator(ResourceId server, Plan.Administrator administrator) {
    return start(
        clients
            .postgres(server.subscription())
            .getAdministrators()
            .createWithResponseAsync(
                server.resourceGroup(),
                server.name(),
                administrator.objectId(),
                ServerWriter.administrator(administrator, connection.tenant())));
  }

  @Override
  public List<Plan.FirewallRule> firewallRules(ResourceId server) {
    return Pages.all(
            () ->
                clients
                    .postgres(server.subscription())
                    .getFirewallRules()
                    .listByServer(server.resourceGroup(), server.name()),
            rule -> new Plan.FirewallRule(rule.name(), rule.startIpAddress(), rule.endIpAddress()))
        .stream()
        .sorted(Comparator.comparing(Plan.FirewallRule::name, String.CASE_INSENSITIVE_ORDER))
        .toList();
  }

  @Override
  public List<Backup> backups(ResourceId server) {
    return Pages.all(
            () ->
                clients
                    .postgres(server.subscription())
                    .getBackups()
                    .listByServer(server.resourceGroup(), server.name()),
            CopyReader::backup)
        .stream()
        .flatMap(Optional::stream)
        .sorted(Comparator.comparing(Backup::completed).reversed())
        .toList();
  }

  @Override
  public List<Server> replicas(ResourceId server) {
    return Pages.all(
            () ->
                clients
                    .postgres(server.subscription())
                    .getReplicas()
                    .listByServer(server.resourceGroup(), server.name()),
            ServerReader::read)
        .stream()
        .sorted(Comparator.comparing(Server::name, String.CASE_INSENSITIVE_ORDER))
        .toList();
  }

  @Override
  public String json(ResourceId server) {
    return RawResource.read(
        clients.pipeline(),
        connection.environment().getResourceManagerEndpoint(),
        server,
        clients.postgres(server.subscription()).getApiVersion());
  }

  @Override
  public RunningOperation start(ResourceId server) {
    return start(
        servers(server.subscription())
            .startWithResponseAsync(server.resourceGroup(), server.name()));
  }

  @Override
  public RunningOperation stop(ResourceId server) {
    return start(
        servers(server.subscription())
            .stopWithResponseAsync(server.resourceGroup(), server.name()));
  }

  @Override
  public RunningOperation restart(ResourceId server) {
    return start(
        servers(server.subscription())
            .restartWithResponseAsync(
                server.resourceGroup(), server.name(), new RestartParameter()));
  }

  @Override
  public RunningOperation delete(ResourceId server) {
    return start(
        servers(server.subscription())
            .deleteWithResponseAsync(server.resourceGroup(), server.name()));
  }

  @Override
  public RunningOperation follow(ResourceId server, Receipt receipt) {
    return AzureOperation.taken(receipt, clients.pipeline(), connection);
  }

  private RunningOperation start(Mono<Response<Flux<ByteBuffer>>> request) {
    return AzureOperation.started(AzureFailures.answer(request), clients.pipeline(), connection);
  }

  private ServersClient servers(String subscription) {
    return clients.postgres(subscription).getServers();
  }
}
