package dev.wrapkey.simulator.rest;

import dev.wrapkey.simulator.world.ArmId;
import dev.wrapkey.simulator.world.Ids;
import dev.wrapkey.simulator.world.Operation;
import dev.wrapkey.simulator.world.Operations;
import dev.wrapkey.simulator.world.Refusal;
import dev.wrapkey.simulator.world.ResourceGroup;
import dev.wrapkey.simulator.world.Servers;
import dev.wrapkey.simulator.world.Vault;
import dev.wrapkey.simulator.world.World;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;

/** Deletes a resource group with everything in it. Locks forbid it. */
final class GroupRemoval {

  private static final Duration LENGTH = Duration.ofSeconds(30);
  private static final String RIGHT = "Microsoft.Resources/subscriptions/resourceGroups/delete";

  private final World world;
  private final Items items;
  private final Servers servers;
  private final Consumer<Vault> vaults;
  private final Operations operations;

  /**
   * @param vaults deletes a key vault
   */
  GroupRemoval(World world, Ids ids, Servers servers, Consumer<Vault> vaults) {
    this.world = world;
    this.items = new Items(world);
    this.servers = servers;
    this.vaults = vaults;
    this.operations = new Operations(world, ids);
  }

  List<Route> routes() {
    return List.of(
        new Route("DELETE", "/subscriptions/{sub}/resourcegroups/{rg}", RIGHT, this::delete),
        new Route("GET", "/subscriptions/{sub}/operationresults/{op}", "", this::result));
  }

  private WireAnswer delete(Call call) {
    ResourceGroup group = Groups.require(world, call);
    String scope = group.id().text();
    world.serversWithin(scope).forEach(servers::drop);
    world.vaults().all().stream().filter(v -> v.id().isWithin(scope)).forEach(vaults);
    world.identities().all().stream()
        .filter(i -> i.id().isWithin(scope))
        .forEach(i -> world.identities().remove(i.id().key()));
    world.assignments().all().stream()
        .filter(a -> new ArmId(a.scope()).isWithin(scope))
        .forEach(a -> world.assignments().remove(a.name().toLowerCase(Locale.ROOT)));
    items.remove(group.id());
    world.groups().remove(group.id().key());
    Operation operation = operations.start(group.id(), "DeleteGroup", LENGTH, Optional.empty());
    return pending(call, operation.id());
  }

  private static WireAnswer pending(Call call, String operation) {
    String done =
        "https://management.azure.com/subscriptions/%s/operationresults/%s?api-version=%s";
    return WireAnswer.empty(202)
        .with("Location", done.formatted(call.part("sub"), operation, call.apiVersion()))
        .with("Retry-After", "15");
  }

  private WireAnswer result(Call call) {
    Operation operation =
        world
            .operations()
            .get(call.part("op"))
            .orElseThrow(() -> new Refusal(404, "NotFound", "Operation not found."));
    return operation.status(world.now()).equals("InProgress")
        ? pending(call, operation.id())
        : WireAnswer.empty(200);
  }
}
