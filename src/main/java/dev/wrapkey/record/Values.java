package dev.wrapkey.record;

import dev.wrapkey.provisioning.DataEncryption;
import dev.wrapkey.provisioning.GeoEncryption;
import dev.wrapkey.provisioning.Key;
import dev.wrapkey.provisioning.KeyEdit;
import dev.wrapkey.provisioning.KeyIdentifier;
import dev.wrapkey.provisioning.KeyOrder;
import dev.wrapkey.provisioning.KeyStore;
import dev.wrapkey.provisioning.ManagedIdentity;
import dev.wrapkey.provisioning.Networks;
import dev.wrapkey.provisioning.Origin;
import dev.wrapkey.provisioning.Permit;
import dev.wrapkey.provisioning.Plan;
import dev.wrapkey.provisioning.ResourceGroup;
import dev.wrapkey.provisioning.ResourceId;
import dev.wrapkey.provisioning.Rights;
import dev.wrapkey.provisioning.RotationPolicy;
import dev.wrapkey.provisioning.Server;
import dev.wrapkey.provisioning.VaultOrder;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What is written down of a thing: names as Azure's own properties have them, and values as texts.
 * Only of the kinds named here; of anything else, passwords and keys above all, nothing is.
 */
final class Values {

  private final Map<String, String> values = new LinkedHashMap<>();

  private Values() {}

  /** What there is to say of a thing. */
  static Map<String, String> of(@Nullable Object thing) {
    return new Values().add(thing).values();
  }

  Map<String, String> values() {
    return Collections.unmodifiableMap(values);
  }

  static Values none() {
    return new Values();
  }

  /** Adds a text or a flag under its name. */
  Values put(String name, Object value) {
    values.put(name, value.toString());
    return this;
  }

  Values add(@Nullable Object thing) {
    switch (thing) {
      case Server server -> server(server);
      case DataEncryption encryption -> encryption(encryption);
      case Key key -> key(key);
      case KeyEdit edit -> edit(edit);
      case KeyOrder order -> order(order);
      case RotationPolicy policy -> policy(policy);
      case KeyStore store -> store(store);
      case VaultOrder order -> vault(order);
      case Plan plan -> plan(plan);
      case ManagedIdentity identity ->
          put("identity", identity.id()).put("principalId", identity.principalId());
      case Rights rights -> put("permissions", new TreeSet<>(rights.granted()));
      case ResourceGroup group -> put("name", group.name()).put("location", group.region());
      case Plan.FirewallRule rule ->
          put("rule", rule.name())
              .put("startIpAddress", rule.start())
              .put("endIpAddress", rule.end());
      case Plan.Administrator admin ->
          put("principalName", admin.name())
              .put("objectId", admin.objectId())
              .put("principalType", admin.type());
      case Plan.PrivateEndpoint endpoint ->
          put("privateEndpoint", endpoint.id()).put("subnet", endpoint.subnet());
      case Networks.ZoneLink link -> put("link", link.id()).put("virtualNetwork", link.network());
      case Permit permit ->
          put("role", permit.role())
              .put("principalId", permit.principal())
              .put("scope", permit.scope());
      case KeyStore.Network network -> put("network", network);
      case ResourceId id -> put("id", id);
      case KeyIdentifier id -> put("kid", id);
      case null, default -> {}
    }
    return this;
  }

  private void server(Server server) {
    put("state", server.state());
    put("location", server.region());
    put("version", server.summary().version());
    put("sku", server.summary().sku());
    put("storageSizeGB", server.summary().storageGib());
    encryption(server.encryption());
  }

  private void encryption(DataEncryption encryption) {
    put("type", encryption.isCustomerManaged() ? "AzureKeyVault" : "SystemManaged");
    maybe("primaryKeyURI", encryption.key());
    maybe("primaryUserAssignedIdentityId", encryption.identity());
    maybe("primaryEncryptionKeyStatus", encryption.status());
    maybe("geoBackupKeyURI", encryption.geo().map(GeoEncryption::key));
    maybe("geoBackupUserAssignedIdentityId", encryption.geo().map(GeoEncryption::identity));
    maybe("geoBackupEncryptionKeyStatus", encryption.geo().flatMap(GeoEncryption::status));
  }

  private void key(Key key) {
    put("kid", key.id());
    if (!key.type().isEmpty()) {
      put("kty", key.type());
      put("keySize", key.bits());
    }
    if (!key.operations().isEmpty()) {
      put("keyOps", String.join(", ", key.operations()));
    }
    put("enabled", key.life().enabled());
    date("nbf", key.life().activates());
    date("exp", key.life().expires());
  }

  private void edit(KeyEdit edit) {
    maybe("enabled", edit.enabled());
    date("nbf", edit.activates());
    date("exp", edit.expires());
    maybe("keyOps", edit.operations().map(ops -> String.join(", ", ops)));
  }

  private void order(KeyOrder order) {
    put("kty", order.hardware() ? "RSA-HSM" : "RSA");
    put("keySize", order.bits());
    put("enabled", order.enabled());
    date("nbf", order.activates());
    date("exp", order.expires());
  }

  private void policy(RotationPolicy policy) {
    maybe("expiryTime", policy.expiry());
    maybe("rotate", policy.rotate().map(Values::trigger));
    maybe("notify", policy.notice().map(Values::trigger));
  }

  private static String trigger(RotationPolicy.Trigger trigger) {
    String from =
        trigger.from() == RotationPolicy.From.AFTER_CREATION
            ? "timeAfterCreate"
            : "timeBeforeExpiry";
    return from + " " + trigger.length();
  }

  private void store(KeyStore store) {
    put("location", store.region());
    put("enableSoftDelete", store.protection().softDelete());
    put("enablePurgeProtection", store.protection().purge());
    put("enableRbacAuthorization", store.rbac());
    put("network", store.network());
    for (KeyStore.AccessPolicy policy : store.policies()) {
      put("accessPolicy " + policy.principalId(), String.join(", ", policy.keyPermissions()));
    }
  }

  private void vault(VaultOrder order) {
    put("location", order.region());
    put("sku", order.premium() ? "premium" : "standard");
    put("softDeleteRetentionInDays", order.retentionDays());
    put("enablePurgeProtection", order.purgeProtection());
    put("enableRbacAuthorization", order.rbac());
    put("network", order.network());
  }

  private void plan(Plan plan) {
    put("location", plan.basics().region());
    put("version", plan.basics().version());
    maybe("source", plan.origin().map(Origin::source));
    encryption(plan.encryption());
  }

  private void date(String name, Optional<Instant> moment) {
    maybe(name, moment);
  }

  private void maybe(String name, Optional<?> value) {
    value.ifPresent(there -> put(name, there));
  }
}
