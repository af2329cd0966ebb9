package dev.wrapkey.export;

import dev.wrapkey.provisioning.Plan;
import dev.wrapkey.provisioning.ResourceId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Commands of azure-cli, one after another. */
final class Script {

  /**
   * A command.
   *
   * @param words what comes after {@code az}
   * @param options in their order
   */
  record Command(String words, List<Option> options) {

    static Command of(String words) {
      return new Command(words, new ArrayList<>());
    }

    Command with(String name, String... values) {
      options.add(new Option(name, Arrays.asList(values)));
      return this;
    }

    Command withIf(boolean wanted, String name, String value) {
      return wanted ? with(name, value) : this;
    }

    boolean takesPassword() {
      return options.stream().anyMatch(o -> o.name().equals(PASSWORD));
    }
  }

  /** An option with its values. */
  record Option(String name, List<String> values) {}

  static final String PASSWORD = "--admin-password";

  // azure-cli reads what begins with @ from a file, and splits name and value at the first =.
  private static final Pattern PLAIN_TAG = Pattern.compile("[A-Za-z0-9_. :()]+");
  private static final String GROUP = "--resource-group";
  private static final String NAME = "--name";

  private Script() {}

  static List<Exported> of(Plan plan) {
    List<Command> commands = commands(plan);
    return Arrays.stream(Shell.values())
        .map(shell -> new Exported(shell.file(), text(plan, shell, commands)))
        .toList();
  }

  private static String text(Plan plan, Shell shell, List<Command> commands) {
    boolean asks = plan.takesPassword();
    return shell.beginning()
        + (asks ? shell.password() : "")
        + commands.stream().map(c -> "\n" + shell.written(c) + "\n").collect(Collectors.joining());
  }

  private static List<Command> commands(Plan plan) {
    ResourceId server = plan.serverId();
    List<Command> commands = new ArrayList<>();
    commands.add(Command.of("account set").with("--subscription", server.subscription()));
    if (plan.basics().createGroup()) {
      commands.add(
          Command.of("group create")
              .with(NAME, server.resourceGroup())
              .with("--location", plan.basics().region()));
    }
    link(plan, commands);
    boolean restored = plan.origin().filter(origin -> !origin.isReplica()).isPresent();
    commands.add(
        plan.origin()
            .map(origin -> ScriptCopy.create(plan, origin, plainTags(plan)))
            .orElseGet(() -> ScriptServer.create(plan, plainTags(plan))));
    if (plainTags(plan).size() < plan.tags().size() || (restored && !plan.tags().isEmpty())) {
      commands.add(tags(plan));
    }
    ServerBody.administrators(plan).forEach(a -> commands.add(administrator(server, a)));
    Blueprint.rules(plan.networking()).forEach(r -> commands.add(rule(server, r)));
    plan.networking().endpoints().forEach(e -> commands.add(endpoint(server, e)));
    return commands;
  }

  private static List<String> plainTags(Plan plan) {
    return plan.tags().entrySet().stream()
        .filter(t -> PLAIN_TAG.matcher(t.getKey()).matches() && !t.getValue().startsWith("@"))
        .map(t -> t.getKey() + "=" + t.getValue())
        .toList();
  }

  /** All tags at once, for names that {@code --tags} would take for something else. */
  private static Command tags(Plan plan) {
    Value.Members all = Value.members();
    plan.tags().forEach(all::with);
    return Command.of("rest")
        .with("--method", "patch")
        // Without a host it goes to the cloud that az is signed in to.
        .with("--url", plan.serverId() + "?api-version=2024-08-01")
        .with("--body", ArmText.plain(Value.members().with("tags", all)).toString())
        .with("--output", "none");
  }

  private static void link(Plan plan, List<Command> commands) {
    Blueprint.linkId(plan.networking())
        .ifPresent(
            id ->
                commands.add(
                    Command.of("network private-dns link vnet create")
                        .with("--subscription", id.subscription())
                        .with(GROUP, id.resourceGroup())
                        .with("--zone-name", id.parent().name())
                        .with(NAME, id.name().substring(id.name().indexOf('/') + 1))
                        .with("--virtual-network", network(plan))
                        .with("--registration-enabled", "false")));
  }

  private static String network(Plan plan) {
    return plan.networking().privateAccess().orElseThrow().subnet().parent().toString();
  }

  private static Command administrator(ResourceId server, Plan.Administrator administrator) {
    return Command.of("postgres flexible-server ad-admin create")
        .with(GROUP, server.resourceGroup())
        .with("--server-name", server.name())
        .with("--object-id", administrator.objectId())
        .with("--display-name", administrator.name())
        .with("--type", administrator.type());
  }

  private static Command rule(ResourceId server, Plan.FirewallRule rule) {
    return Command.of("postgres flexible-server firewall-rule create")
        .with(GROUP, server.resourceGroup())
        .with(NAME, server.name())
        .with("--rule-name", rule.name())
        .with("--start-ip-address", rule.start())
        .with("--end-ip-address", rule.end());
  }

  private static Command endpoint(ResourceId server, Plan.PrivateEndpoint endpoint) {
    return Command.of("network private-endpoint create")
        .with("--subscription", endpoint.id().subscription())
        .with(GROUP, endpoint.id().resourceGroup())
        .with(NAME, endpoint.id().name())
        .with("--location", endpoint.region())
        .with("--subnet", endpoint.subnet().toString())
        .with("--private-connection-resource-id", server.toString())
        .with("--group-id", "postgresqlServer")
        .with("--connection-name", endpoint.id().name());
  }
}
