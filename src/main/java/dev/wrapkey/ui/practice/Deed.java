package dev.wrapkey.ui.practice;

import dev.wrapkey.ui.view.Texts;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * A request in words of a person.
 *
 * @param what for example "Create or update flexible server"
 * @param name of the thing it is about; empty if it is about many or none
 * @param isWrite whether it may have changed something
 */
record Deed(String what, String name, boolean isWrite) {

  private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");
  private static final Set<String> KEY_USES =
      Set.of("encrypt", "decrypt", "wrapkey", "unwrapkey", "sign", "verify", "backup");

  static Deed of(PracticeGateway.Request request) {
    List<String> path =
        Arrays.stream(request.path().split("/")).filter(part -> !part.isEmpty()).toList();
    if (request.host().startsWith("login.")) {
      boolean token = request.method().equals("POST");
      return new Deed(Texts.text(token ? "practice.deed.token" : "practice.deed.entra"), "", false);
    }
    if (request.host().equals("graph.microsoft.com")) {
      return new Deed(Texts.text("practice.deed.graph"), "", false);
    }
    if (request.host().endsWith(".azure.net")) {
      return ofKeys(request, path);
    }
    return ofResources(request, path);
  }

  private static Deed ofKeys(PracticeGateway.Request request, List<String> path) {
    String store = request.host().substring(0, request.host().indexOf('.'));
    String name = path.size() > 1 ? store + " / " + path.get(1) : store;
    String last = path.isEmpty() ? "" : path.getLast().toLowerCase(Locale.ROOT);
    boolean posts = request.method().equals("POST");
    if (posts && KEY_USES.contains(last)) {
      return new Deed(Texts.text("practice.deed.key.use", last), name, false);
    }
    if (posts) {
      return new Deed(Texts.text("practice.deed.key.do", last), name, true);
    }
    boolean one = path.size() > 1;
    String thing = Texts.text(one ? "practice.thing.key" : "practice.thing.keys");
    return new Deed(verb(request.method(), one, thing), name, isWrite(request));
  }

  private static Deed ofResources(PracticeGateway.Request request, List<String> path) {
    int provider = path.lastIndexOf("providers");
    if (provider < 0 || provider + 2 >= path.size()) {
      return ofGroups(request, path);
    }
    List<String> typed = path.subList(provider + 2, path.size());
    boolean named = typed.size() % 2 == 0;
    if (request.method().equals("POST") && !named) {
      String action = typed.getLast();
      String name = typed.size() > 1 ? typed.get(typed.size() - 2) : "";
      return new Deed(Texts.text("practice.deed.action", action), name, true);
    }
    String type = typed.get(typed.size() - (named ? 2 : 1));
    String name = named ? typed.getLast() : "";
    return new Deed(verb(request.method(), named, thing(type)), name, isWrite(request));
  }

  private static Deed ofGroups(PracticeGateway.Request request, List<String> path) {
    boolean group = path.size() == 4;
    String thing =
        group
            ? Texts.text("practice.thing.group")
            : thing(path.isEmpty() ? "" : path.get(path.size() > 2 ? 2 : 0));
    return new Deed(
        verb(request.method(), group, thing), group ? path.get(3) : "", isWrite(request));
  }

  private static boolean isWrite(PracticeGateway.Request request) {
    return !READING.contains(request.method());
  }

  private static String verb(String method, boolean one, String thing) {
    return switch (method) {
      case "PUT" -> Texts.text("practice.deed.put", thing);
      case "PATCH" -> Texts.text("practice.deed.patch", thing);
      case "DELETE" -> Texts.text("practice.deed.delete", thing);
      case "POST" -> Texts.text("practice.deed.post", thing);
      default -> Texts.text(one ? "practice.deed.get" : "practice.deed.list", thing);
    };
  }

  /** The types that a person meets often; others by the name they have in the address. */
  private static String thing(String type) {
    return switch (type.toLowerCase(Locale.ROOT)) {
      case "flexibleservers" -> Texts.text("practice.thing.server");
      case "vaults" -> Texts.text("practice.thing.vault");
      case "managedhsms" -> Texts.text("practice.thing.hsm");
      case "userassignedidentities" -> Texts.text("practice.thing.identity");
      case "roleassignments" -> Texts.text("practice.thing.role");
      case "firewallrules" -> Texts.text("practice.thing.firewall");
      case "operationresults", "azureasyncoperation", "operationstatuses" ->
          Texts.text("practice.thing.operation");
      case "subscriptions" -> Texts.text("practice.thing.subscription");
      case "resourcegroups" -> Texts.text("practice.thing.group");
      default -> type;
    };
  }
}
