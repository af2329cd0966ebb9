package dev.wrapkey.export;

import dev.wrapkey.provisioning.Plan;
import dev.wrapkey.provisioning.ResourceId;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** A configuration for Terraform's provider azurerm 4. */
final class Terraform {

  private static final String SERVER = "azurerm_postgresql_flexible_server";

  private final Plan plan;
  private final List<Block> blocks = new ArrayList<>();

  private Terraform(Plan plan) {
    this.plan = plan;
  }

  static List<Exported> of(Plan plan) {
    return List.of(new Exported("main.tf", new Terraform(plan).text()));
  }

  private String text() {
    settings();
    Plan.Basics basics = plan.basics();
    if (plan.takesPassword()) {
      blocks.add(
          new Block("variable \"administrator_password\"")
              .with("type", "string")
              .with("sensitive", "true"));
    }
    if (!ServerBody.administrators(plan).isEmpty()) {
      blocks.add(new Block("data \"azurerm_client_config\" \"current\""));
    }
    if (basics.createGroup()) {
      blocks.add(
          Block.resource("azurerm_resource_group", "group")
              .quoted("name", basics.group())
              .quoted("location", basics.region()));
    }
    link();
    blocks.add(new TerraformServer(plan, group()).block());
    administrators();
    rules();
    endpoints();
    return blocks.stream().map(Block::written).collect(Collectors.joining("\n"));
  }

  private void settings() {
    blocks.add(
        new Block("terraform")
            .block(
                new Block("required_providers")
                    .with(
                        "azurerm",
                        "{\n"
                            + "      source  = \"hashicorp/azurerm\"\n"
                            + "      version = \"~> 4.0\"\n"
                            + "    }")));
    blocks.add(
        new Block("provider \"azurerm\"")
            .quoted("subscription_id", plan.basics().subscription().id())
            .block(new Block("features")));
  }

  private String group() {
    return plan.basics().createGroup()
        ? "azurerm_resource_group.group.name"
        : TerraformText.quoted(plan.basics().group());
  }

  private void link() {
    Blueprint.linkId(plan.networking())
        .ifPresent(
            id ->
                blocks.add(
                    Block.resource("azurerm_private_dns_zone_virtual_network_link", "link")
                        .quoted("name", id.name().substring(id.name().indexOf('/') + 1))
                        .quoted("resource_group_name", id.resourceGroup())
                        .quoted("private_dns_zone_name", id.parent().name())
                        .quoted("virtual_network_id", network())));
  }

  private String network() {
    return plan.networking().privateAccess().orElseThrow().subnet().parent().toString();
  }

  private void administrators() {
    List<Plan.Administrator> all = ServerBody.administrators(plan);
    for (int i = 0; i < all.size(); i++) {
      blocks.add(
          Block.resource(SERVER + "_active_directory_administrator", "administrator" + i)
              .with("server_name", SERVER + ".server.name")
              .with("resource_group_name", SERVER + ".server.resource_group_name")
              .with("tenant_id", "data.azurerm_client_config.current.tenant_id")
              .quoted("object_id", all.get(i).objectId())
              .quoted("principal_name", all.get(i).name())
              .quoted("principal_type", all.get(i).type()));
    }
  }

  private void rules() {
    List<Plan.FirewallRule> rules = Blueprint.rules(plan.networking());
    for (int i = 0; i < rules.size(); i++) {
      blocks.add(
          Block.resource(SERVER + "_firewall_rule", "rule" + i)
              .quoted("name", rules.get(i).name())
              .with("server_id", SERVER + ".server.id")
              .quoted("start_ip_address", rules.get(i).start())
              .quoted("end_ip_address", rules.get(i).end()));
    }
  }

  private void endpoints() {
    List<Plan.PrivateEndpoint> endpoints = plan.networking().endpoints();
    for (int i = 0; i < endpoints.size(); i++) {
      ResourceId id = endpoints.get(i).id();
      blocks.add(
          Block.resource("azurerm_private_endpoint", "endpoint" + i)
              .quoted("name", id.name())
              .quoted("location", endpoints.get(i).region())
              .quoted("resource_group_name", id.resourceGroup())
              .quoted("subnet_id", endpoints.get(i).subnet().toString())
              .block(
                  new Block("private_service_connection")
                      .quoted("name", id.name())
                      .with("private_connection_resource_id", SERVER + ".server.id")
                      .texts("subresource_names", List.of("postgresqlServer"))
                      .with("is_manual_connection", "false")));
    }
  }
}
