package dev.wrapkey.simulator.rest;

import com.fasterxml.jackson.databind.JsonNode;
import dev.wrapkey.simulator.world.ArmId;
import dev.wrapkey.simulator.world.Vault;
import dev.wrapkey.simulator.world.VaultRefusals;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * Reads vaults from the bodies of PUT and PATCH. What a PATCH leaves out stays; what a PUT leaves
 * out gets Azure's defaults, save what cannot be undone.
 */
final class VaultReader {

  private static final List<String> USES =
      List.of("enabledForDeployment", "enabledForDiskEncryption", "enabledForTemplateDeployment");
  private static final List<String> OTHERS = List.of("secrets", "certificates", "storage");
  private static final int DAYS = 90;

  private final JsonNode body;
  private final JsonNode properties;
  private final @Nullable Vault before;
  private final boolean patch;

  private VaultReader(JsonNode body, @Nullable Vault before, boolean patch) {
    this.body = body;
    this.properties = body.path("properties");
    this.before = before;
    this.patch = patch;
  }

  /** The vault that a PUT asks for. */
  static Vault put(
      ArmId id, String region, JsonNode body, Optional<Vault> before, Vault.Stamp stamp) {
    return new VaultReader(body, before.orElse(null), false).read(id, region, stamp);
  }

  /** The vault that a PATCH makes of another. */
  static Vault patch(Vault before, JsonNode body, Vault.Stamp stamp) {
    return new VaultReader(body, before, true).read(before.id(), before.region(), stamp);
  }

  private Vault read(ArmId id, String region, Vault.Stamp stamp) {
    return new Vault(
        id,
        region,
        protection(),
        rights(id.type().equalsIgnoreCase(Vault.HSMS)),
        firewall(),
        tags(),
        details(stamp));
  }

  private SortedMap<String, String> tags() {
    return patch && before != null && !body.has("tags") ? before.tags() : GroupHandler.tags(body);
  }

  private Vault.Protection protection() {
    Vault.Protection old = before == null ? null : before.protection();
    JsonNode purge = properties.path("enablePurgeProtection");
    boolean wasPurge = old != null && old.purge();
    if (wasPurge && purge.isBoolean() && !purge.asBoolean()) {
      throw VaultRefusals.irreversible("enablePurgeProtection", "purge protection");
    }
    JsonNode soft = properties.path("enableSoftDelete");
    if (old != null && old.softDelete() && soft.isBoolean() && !soft.asBoolean()) {
      throw VaultRefusals.irreversible("enableSoftDelete", "soft delete functionality");
    }
    return new Vault.Protection(
        old == null || old.softDelete() || soft.asBoolean(false),
        wasPurge || purge.asBoolean(false),
        days(old));
  }

  private int days(Vault.@Nullable Protection old) {
    int days = properties.path("softDeleteRetentionInDays").asInt(old == null ? DAYS : old.days());
    if (days < 7 || days > 90) {
      throw VaultRefusals.retentionOutOfRange();
    }
    if (old != null && old.softDelete() && old.days() != days) {
      throw VaultRefusals.retentionIsFixed();
    }
    return days;
  }

  /** A managed HSM knows roles only. */
  private Vault.Rights rights(boolean hsm) {
    Vault.@Nullable Rights old = before == null ? null : before.rights();
    boolean rbac =
        hsm || properties.path("enableRbacAuthorization").asBoolean(old != null && old.rbac());
    boolean keep = old != null && !properties.has("accessPolicies");
    return new Vault.Rights(
        rbac, keep && old != null ? old.policies() : policies(properties.path("accessPolicies")));
  }

  static List<Vault.Policy> policies(JsonNode array) {
    List<Vault.Policy> policies = new ArrayList<>();
    for (JsonNode policy : array) {
      JsonNode permissions = policy.path("permissions");
      Map<String, List<String>> others = new TreeMap<>();
      OTHERS.stream()
          .filter(permissions::has)
          .forEach(kind -> others.put(kind, texts(permissions.path(kind))));
      String application = Tree.text(policy, "applicationId");
      policies.add(
          new Vault.Policy(
              Tree.text(policy, "objectId"),
              texts(permissions.path("keys")),
              others,
              application.isEmpty() ? null : application));
    }
    return policies;
  }

  private Vault.Firewall firewall() {
    JsonNode acls = properties.path("networkAcls");
    if (patch && before != null && acls.isMissingNode()) {
      return before.firewall();
    }
    return new Vault.Firewall(
        Tree.text(acls, "defaultAction").equalsIgnoreCase("Deny"),
        !Tree.text(acls, "bypass").equalsIgnoreCase("None"),
        StreamSupport.stream(acls.path("ipRules").spliterator(), false)
            .map(rule -> Tree.text(rule, "value").replace("/32", ""))
            .toList());
  }

  private Vault.Details details(Vault.Stamp stamp) {
    Vault.@Nullable Details old = before == null ? null : before.details();
    JsonNode subnets = properties.path("networkAcls").path("virtualNetworkRules");
    String access = Tree.text(properties, "publicNetworkAccess");
    boolean wasOpen = old == null || old.publicAccess();
    return new Vault.Details(
        sku(old),
        access.isEmpty() ? wasOpen : !access.equalsIgnoreCase("Disabled"),
        subnets.isArray()
            ? StreamSupport.stream(subnets.spliterator(), false)
                .map(n -> Tree.text(n, "id"))
                .toList()
            : old != null && patch ? old.subnets() : List.of(),
        uses(old),
        old != null && !properties.has("initialAdminObjectIds")
            ? old.admins()
            : texts(properties.path("initialAdminObjectIds")),
        stamp);
  }

  private String sku(Vault.@Nullable Details old) {
    String name = Tree.text(properties, "sku", "name");
    return name.isEmpty() ? (old == null ? "standard" : old.sku()) : name;
  }

  private Map<String, Boolean> uses(Vault.@Nullable Details old) {
    Map<String, Boolean> uses = new TreeMap<>(old == null ? Map.of() : old.uses());
    USES.stream()
        .filter(u -> properties.path(u).isBoolean())
        .forEach(u -> uses.put(u, properties.path(u).asBoolean()));
    return uses;
  }

  private static List<String> texts(JsonNode array) {
    return StreamSupport.stream(array.spliterator(), false).map(JsonNode::asText).toList();
  }

  /** The stamp of a vault that somebody makes or changes now. */
  static Vault.Stamp stamp(Optional<Vault> before, String by, Instant now, Instant ready) {
    Vault.Stamp old = before.map(v -> v.details().stamp()).orElse(null);
    if (old != null) {
      return new Vault.Stamp(old.by(), old.created(), now, old.ready());
    }
    return new Vault.Stamp(by, now, now, ready);
  }
}
