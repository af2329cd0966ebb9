package dev.wrapkey.export;

import dev.wrapkey.provisioning.Plan;
import dev.wrapkey.provisioning.ResourceId;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** A Bicep file for a resource group, its parameters, and a module for what belongs elsewhere. */
final class Bicep {

  private static final String MAIN = "main.bicep";

  private final Plan plan;
  private final Blueprint blueprint;

  private Bicep(Plan plan) {
    this.plan = plan;
    this.blueprint = Blueprint.of(plan);
  }

  static List<Exported> of(Plan plan) {
    Bicep bicep = new Bicep(plan);
    List<Exported> files = new ArrayList<>();
    files.add(new Exported(MAIN, bicep.main()));
    files.add(new Exported("main.bicepparam", bicep.parameters()));
    bicep.blueprint.resources().stream()
        .filter(bicep::isElsewhere)
        .forEach(r -> files.add(new Exported(r.symbol() + ".bicep", bicep.module(r))));
    return files;
  }

  private boolean isElsewhere(Resource resource) {
    return !resource.isBeside(plan.serverId());
  }

  private String main() {
    List<String> parts = new ArrayList<>();
    parts.add("targetScope = 'resourceGroup'\n");
    blueprint.parameters().forEach(p -> parts.add(declared(p)));
    for (Resource resource : blueprint.resources()) {
      parts.add(isElsewhere(resource) ? call(resource) : resource(resource, true));
    }
    parts.add("output serverId string = server.id\n");
    return String.join("\n", parts);
  }

  private static String declared(Parameter parameter) {
    String type = parameter.type().equals("secureString") ? "string" : parameter.type();
    return "@description(%s)\n%sparam %s %s\n"
        .formatted(
            BicepText.quoted(parameter.about()),
            parameter.isSecret() ? "@secure()\n" : "",
            parameter.name(),
            type);
  }

  private String resource(Resource resource, boolean inMain) {
    Value.Members body = Value.members();
    if (resource.isPartOfServer()) {
      body.with("parent", new Value.Parameter("server"));
    }
    body.with(
        "name",
        resource.isServer()
            ? new Value.Parameter(Blueprint.NAME)
            : new Value.Text(
                resource.isPartOfServer() ? resource.ownName() : resource.id().name()));
    body.members().putAll(resource.body().members());
    if (inMain) {
      body.withAny("dependsOn", after(resource));
    }
    return "resource %s %s = %s\n"
        .formatted(
            resource.symbol(),
            BicepText.quoted(resource.id().type() + "@" + resource.apiVersion()),
            BicepText.of(body, inMain));
  }

  /** What a resource names is waited for anyway, and Bicep complains of saying it twice. */
  private static java.util.Optional<Value.Items> after(Resource resource) {
    List<Value> symbols =
        resource.after().stream()
            .filter(s -> !s.equals("server"))
            .<Value>map(Value.Parameter::new)
            .toList();
    return java.util.Optional.of(new Value.Items(symbols)).filter(items -> !symbols.isEmpty());
  }

  private String call(Resource resource) {
    ResourceId id = resource.id();
    Value.Members body =
        Value.members()
            .with("name", resource.symbol())
            .with("scope", new Value.Parameter(scope(id)));
    if (usesServer(resource)) {
      body.with("params", Value.members().with("serverId", new Value.ServerId()));
    }
    return "module %s %s = %s\n"
        .formatted(
            resource.symbol(),
            BicepText.quoted(resource.symbol() + ".bicep"),
            BicepText.of(body, true));
  }

  private static String scope(ResourceId id) {
    return "resourceGroup(%s, %s)"
        .formatted(BicepText.quoted(id.subscription()), BicepText.quoted(id.resourceGroup()));
  }

  private static boolean usesServer(Resource resource) {
    return resource.after().contains("server");
  }

  private String module(Resource resource) {
    return (usesServer(resource) ? "param serverId string\n\n" : "") + resource(resource, false);
  }

  private String parameters() {
    return "using '%s'\n\n".formatted(MAIN)
        + blueprint.parameters().stream().map(Bicep::given).collect(Collectors.joining());
  }

  private static String given(Parameter parameter) {
    String value =
        parameter
            .value()
            .map(v -> BicepText.of(v, true))
            .orElse("readEnvironmentVariable('" + Export.PASSWORD_VARIABLE + "')");
    return "param %s = %s\n".formatted(parameter.name(), value);
  }
}
