package dev.wrapkey.simulator.rest;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.wrapkey.simulator.world.DeletedVault;
import dev.wrapkey.simulator.world.VaultRefusals;
import dev.wrapkey.simulator.world.Vaults;
import dev.wrapkey.simulator.world.World;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Deleted vaults and managed HSMs: list, get, purge; and the names that are free. */
final class DeletedVaultHandler {

  private static final String SUB = "/subscriptions/{sub}/providers/Microsoft.KeyVault/";
  private static final String PLACE = SUB + "locations/{location}/";
  private static final String RIGHT = "Microsoft.KeyVault/";
  private static final DateTimeFormatter STAMP =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss'Z'", Locale.ROOT);
  private static final Pattern OPERATION = Pattern.compile("(\\d{1,11})\\|(\\d{1,11})");
  private static final String RETRY_AFTER = "10";

  private final World world;
  private final Vaults vaults;
  private final VaultJson json;

  DeletedVaultHandler(World world, Vaults vaults, VaultJson json) {
    this.world = world;
    this.vaults = vaults;
    this.json = json;
  }

  List<Route> routes() {
    List<Route> routes = new ArrayList<>();
    for (String type : List.of("deletedVaults", "deletedManagedHSMs")) {
      boolean hsms = type.equals("deletedManagedHSMs");
      String one = PLACE + type + "/{name}";
      String purge = RIGHT + "locations/" + type + "/purge/action";
      routes.add(new Route("GET", SUB + type, RIGHT + type + "/read", c -> list(c, hsms)));
      routes.add(new Route("GET", one, RIGHT + "locations/" + type + "/read", c -> get(c, hsms)));
      routes.add(new Route("POST", one + "/purge", purge, c -> purge(c, hsms)));
    }
    routes.add(new Route("GET", PLACE + "operationResults/{op}", "", c -> result(c, false)));
    routes.add(
        new Route("GET", PLACE + "managedHsmOperationResults/{op}", "", c -> result(c, true)));
    routes.add(new Route("POST", SUB + "checkNameAvailability", "", c -> name(c, false)));
    routes.add(new Route("POST", SUB + "checkMhsmNameAvailability", "", c -> name(c, true)));
    return routes;
  }

  /** Azure chains pages of deleted vaults even where they are empty (recorded). */
  private WireAnswer list(Call call, boolean hsms) {
    List<DeletedVault> found = vaults.deletedIn(call.part("sub"), hsms);
    Function<DeletedVault, ObjectNode> shape = hsms ? json::deletedHsm : json::deletedVault;
    return WireAnswer.ok(
        hsms ? Paging.page(call, found, shape) : Paging.chained(call, found, shape));
  }

  /** The region in the path is not compared: names are unique in the world. */
  private DeletedVault find(Call call, boolean hsm) {
    return vaults
        .deleted(VaultHandler.host(call.part("name"), hsm))
        .filter(d -> d.vault().id().subscription().equalsIgnoreCase(call.part("sub")))
        .orElseThrow(() -> VaultRefusals.deletedNotFound(call.part("name")));
  }

  private WireAnswer get(Call call, boolean hsm) {
    DeletedVault found = find(call, hsm);
    return WireAnswer.ok(hsm ? json.deletedHsm(found) : json.deletedVault(found));
  }

  /** The operation's opaque id holds all there is to know of it: when it begins and ends. */
  private WireAnswer purge(Call call, boolean hsm) {
    vaults.purge(find(call, hsm));
    String id =
        Base64.getUrlEncoder()
            .withoutPadding()
            .encodeToString(
                (world.now().getEpochSecond() + "|" + world.pace().vaultPurge().getEpochSecond())
                    .getBytes(StandardCharsets.UTF_8));
    return accepted(call, hsm, id);
  }

  private static WireAnswer accepted(Call call, boolean hsm, String id) {
    String location =
        "https://management.azure.com/subscriptions/%s/providers/Microsoft.KeyVault/locations/%s/%s/%s?api-version=%s"
            .formatted(
                call.part("sub"),
                call.part("location"),
                hsm ? "managedHsmOperationResults" : "operationResults",
                id,
                call.apiVersion());
    return WireAnswer.empty(202).with("Location", location).with("Retry-After", RETRY_AFTER);
  }

  private WireAnswer result(Call call, boolean hsm) {
    Matcher id = operation(call.part("op"));
    Instant begun = Instant.ofEpochSecond(Long.parseLong(id.group(1)));
    Instant ended = Instant.ofEpochSecond(Long.parseLong(id.group(2)));
    boolean done = !world.now().isBefore(ended);
    if (hsm) {
      return done ? WireAnswer.empty(200) : accepted(call, true, call.part("op"));
    }
    ObjectNode body =
        Tree.of(
            "createdDateTime",
            text(begun),
            "lastActionDateTime",
            done ? text(ended) : null,
            "status",
            done ? "Succeeded" : "NotStarted");
    return done ? WireAnswer.ok(body) : WireAnswer.json(202, body).with("Retry-After", RETRY_AFTER);
  }

  private static Matcher operation(String id) {
    try {
      String text = new String(Base64.getUrlDecoder().decode(id), StandardCharsets.UTF_8);
      Matcher matcher = OPERATION.matcher(text);
      if (matcher.matches()) {
        return matcher;
      }
      throw ArmErrors.invalidParameter("operationId");
    } catch (IllegalArgumentException malformed) {
      throw ArmErrors.invalidParameter("operationId");
    }
  }

  private static String text(Instant moment) {
    return STAMP.format(moment.atOffset(ZoneOffset.UTC));
  }

  private WireAnswer name(Call call, boolean hsm) {
    String name = Tree.text(call.body(), "name");
    if (!name.matches(VaultHandler.NAME)) {
      return unavailable("AccountNameInvalid", VaultRefusals.nameText(name));
    }
    if (!vaults.isFree(VaultHandler.host(name, hsm))) {
      return unavailable("AlreadyExists", "The vault name '%s' is already in use.".formatted(name));
    }
    return WireAnswer.ok(Tree.of("nameAvailable", true));
  }

  private static WireAnswer unavailable(String reason, String message) {
    return WireAnswer.ok(Tree.of("nameAvailable", false, "reason", reason, "message", message));
  }
}
