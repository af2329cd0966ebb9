package dev.wrapkey.export;

import dev.wrapkey.export.Value.Members;
import dev.wrapkey.provisioning.Plan;
import dev.wrapkey.provisioning.ResourceId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The resources and parameters of a plan, in no language yet. Parts of the server come one after
 * another: the service refuses to change a server in two ways at once.
 *
 * @param resources in the order in which they can be made
 * @param parameters what the person who deploys may choose
 */
record Blueprint(List<Resource> resources, List<Parameter> parameters) {

  static final String NAME = "serverName";
  static final String LOCATION = "location";
  static final String LOGIN = "administratorLogin";
  static final String PASSWORD = "administratorLoginPassword";
  static final String TAGS = "tags";

  /** The name under which the wizard allows Azure's own services (portal specification NET-5). */
  static final Plan.FirewallRule AZURE_SERVICES =
      new Plan.FirewallRule(
          "AllowAllAzureServicesAndResourcesWithinAzureIps", "0.0.0.0", "0.0.0.0");

  private static final String POSTGRES = "2024-08-01";
  private static final String NETWORK = "2023-11-01";
  private static final String PRIVATE_DNS = "2020-06-01";
  private static final String LINK = "Microsoft.Network/privateDnsZones/virtualNetworkLinks";

  static Blueprint of(Plan plan) {
    List<Resource> resources = new ArrayList<>();
    link(plan).ifPresent(resources::add);
    List<String> before = resources.stream().map(Resource::symbol).toList();
    resources.add(new Resource("server", plan.serverId(), POSTGRES, ServerBody.of(plan), before));
    parts(plan, resources);
    plan.networking().endpoints().forEach(e -> resources.add(endpoint(e, resources.size())));
    return new Blueprint(resources, parameters(plan));
  }

  /** The rules of a plan, the one for Azure's services last. */
  static List<Plan.FirewallRule> rules(Plan.Networking networking) {
    List<Plan.FirewallRule> rules = new ArrayList<>();
    if (networking.publicAccess()) {
      rules.addAll(networking.firewall());
      if (networking.azureServices()) {
        rules.add(AZURE_SERVICES);
      }
    }
    return rules;
  }

  /** The link between a private DNS zone and the network of a subnet, if the plan wants it made. */
  static Optional<ResourceId> linkId(Plan.Networking networking) {
    return networking
        .privateAccess()
        .filter(Plan.PrivateAccess::link)
        .map(
            access ->
                new ResourceId(
                    access.zone().subscription(),
                    access.zone().resourceGroup(),
                    LINK,
                    access.zone().name() + "/" + access.subnet().parent().name()));
  }

  private static Optional<Resource> link(Plan plan) {
    return linkId(plan.networking())
        .map(
            id -> {
              ResourceId network =
                  plan.networking().privateAccess().orElseThrow().subnet().parent();
              Members properties =
                  Value.members()
                      .with("registrationEnabled", false)
                      .with("virtualNetwork", Value.members().with("id", network.toString()));
              Members body =
                  Value.members().with("location", "global").with("properties", properties);
              return new Resource("zoneLink", id, PRIVATE_DNS, body, List.of());
            });
  }

  private static void parts(Plan plan, List<Resource> resources) {
    for (Plan.Administrator administrator : ServerBody.administrators(plan)) {
      Members properties =
          Value.members()
              .with("principalName", administrator.name())
              .with("principalType", administrator.type())
              .with("tenantId", new Value.Tenant());
      add(plan, resources, "administrators", administrator.objectId(), properties);
    }
    for (Plan.FirewallRule rule : rules(plan.networking())) {
      Members properties =
          Value.members().with("startIpAddress", rule.start()).with("endIpAddress", rule.end());
      add(plan, resources, "firewallRules", rule.name(), properties);
    }
  }

  private static void add(
      Plan plan, List<Resource> resources, String kind, String name, Members properties) {
    ResourceId server = plan.serverId();
    ResourceId id =
        new ResourceId(
            server.subscription(),
            server.resourceGroup(),
            ResourceId.SERVER + "/" + kind,
            server.name() + "/" + name);
    resources.add(
        new Resource(
            kind + resources.size(),
            id,
            POSTGRES,
            Value.members().with("properties", properties),
            List.of(resources.getLast().symbol())));
  }

  private static Resource endpoint(Plan.PrivateEndpoint endpoint, int number) {
    Members connection =
        Value.members()
            .with("name", endpoint.id().name())
            .with(
                "properties",
                Value.members()
                    .with("privateLinkServiceId", new Value.ServerId())
                    .with(
                        "groupIds", new Value.Items(List.of(new Value.Text("postgresqlServer")))));
    Members properties =
        Value.members()
            .with("subnet", Value.members().with("id", endpoint.subnet().toString()))
            .with("privateLinkServiceConnections", new Value.Items(List.of(connection)));
    Members body =
        Value.members().with("location", endpoint.region()).with("properties", properties);
    return new Resource("endpoint" + number, endpoint.id(), NETWORK, body, List.of("server"));
  }

  private static List<Parameter> parameters(Plan plan) {
    Plan.Basics basics = plan.basics();
    List<Parameter> parameters = new ArrayList<>();
    parameters.add(text(NAME, "Name of the server, unique in all of Azure.", basics.name()));
    parameters.add(text(LOCATION, "Region of the server.", basics.region()));
    if (plan.takesPassword()) {
      String login = basics.authentication().login();
      parameters.add(text(LOGIN, "PostgreSQL administrator; cannot be changed later.", login));
      parameters.add(
          new Parameter(
              PASSWORD,
              "secureString",
              "Password of the administrator; never kept in a file.",
              Optional.empty()));
    }
    Members tags = Value.members();
    plan.tags().forEach(tags::with);
    parameters.add(new Parameter(TAGS, "object", "Tags of the server.", Optional.of(tags)));
    return parameters;
  }

  private static Parameter text(String name, String about, String value) {
    return new Parameter(name, "string", about, Optional.of(new Value.Text(value)));
  }
}
