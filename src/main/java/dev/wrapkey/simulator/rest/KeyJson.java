package dev.wrapkey.simulator.rest;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.wrapkey.simulator.world.DeletedKey;
import dev.wrapkey.simulator.world.FoundKey;
import dev.wrapkey.simulator.world.Key;
import dev.wrapkey.simulator.world.KeySafe;
import dev.wrapkey.simulator.world.Vault;
import java.math.BigInteger;
import java.security.PublicKey;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.time.Instant;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Keys as Key Vault's data plane shows them. Attributes come with the api-version that brought them
 * (recorded 2020 to 2023; {@code hsmPlatform} from the OpenAPI of 7.5-preview.1).
 */
final class KeyJson {

  private final KeySafe safe;

  KeyJson(KeySafe safe) {
    this.safe = safe;
  }

  /** A whole key: its public part and its attributes. */
  ObjectNode bundle(Call call, Vault vault, FoundKey found) {
    Key.Version version = found.version();
    ObjectNode key =
        Tree.of("kid", found.uri(), "kty", version.kind().type(), "key_ops", version.operations());
    addPublicPart(key, version);
    return Tree.of(
        "key",
        key,
        "attributes",
        attributes(vault, version, call.apiVersion()),
        "tags",
        version.tags().isEmpty() ? null : version.tags());
  }

  /** An entry of a list: no key material. */
  static ObjectNode item(Call call, Vault vault, String kid, Key.Version version) {
    return Tree.of(
        "kid",
        kid,
        "attributes",
        attributes(vault, version, call.apiVersion()),
        "tags",
        version.tags().isEmpty() ? null : version.tags());
  }

  /** A deleted key with its newest version. */
  ObjectNode deletedBundle(Call call, Vault vault, DeletedKey deleted) {
    Key key = deleted.key();
    return recovery(vault, deleted).setAll(bundle(call, vault, new FoundKey(key, key.newest())));
  }

  /** An entry of the list of deleted keys. */
  static ObjectNode deletedItem(Call call, Vault vault, DeletedKey deleted) {
    Key key = deleted.key();
    return recovery(vault, deleted).setAll(item(call, vault, key.uri(), key.newest()));
  }

  /** Without soft delete there is nothing to recover (recorded). */
  private static ObjectNode recovery(Vault vault, DeletedKey deleted) {
    return vault.protection().softDelete()
        ? Tree.of(
            "recoveryId", deleted.recoveryId(),
            "deletedDate", deleted.deleted().getEpochSecond(),
            "scheduledPurgeDate", deleted.purge().getEpochSecond())
        : Tree.of();
  }

  private void addPublicPart(ObjectNode key, Key.Version version) {
    if (version.kind().isSymmetric()) {
      return;
    }
    PublicKey publicKey = safe.publicKey(version);
    switch (publicKey) {
      case RSAPublicKey rsa -> {
        key.put("n", number(rsa.getModulus(), (version.kind().bits() + 7) / 8));
        key.put("e", number(rsa.getPublicExponent(), 0));
      }
      case ECPublicKey ec -> {
        int bytes = (ec.getParams().getCurve().getField().getFieldSize() + 7) / 8;
        key.put("crv", version.kind().curve());
        key.put("x", number(ec.getW().getAffineX(), bytes));
        key.put("y", number(ec.getW().getAffineY(), bytes));
      }
      default -> throw new IllegalStateException("no JSON form for " + publicKey.getAlgorithm());
    }
  }

  static ObjectNode attributes(Vault vault, Key.Version version, String apiVersion) {
    Key.Life life = version.life();
    boolean days = vault.protection().softDelete() && ApiVersions.atLeast(apiVersion, 1);
    return Tree.of(
        "enabled",
        life.enabled(),
        "nbf",
        seconds(life.notBefore()),
        "exp",
        seconds(life.expires()),
        "created",
        life.created().getEpochSecond(),
        "updated",
        life.updated().getEpochSecond(),
        "recoveryLevel",
        vault.protection().recoveryLevel(),
        "recoverableDays",
        days ? vault.protection().days() : null,
        "exportable",
        false,
        "hsmPlatform",
        ApiVersions.atLeast(apiVersion, 5) ? (version.kind().isInHsm() ? "2" : "0") : null);
  }

  private static @Nullable Long seconds(@Nullable Instant moment) {
    return moment == null ? null : moment.getEpochSecond();
  }

  private static String number(BigInteger value, int length) {
    byte[] bytes = value.toByteArray();
    int lead = bytes.length > 1 && bytes[0] == 0 ? 1 : 0;
    byte[] magnitude = Arrays.copyOfRange(bytes, lead, bytes.length);
    byte[] padded = new byte[Math.max(length, magnitude.length)];
    System.arraycopy(magnitude, 0, padded, padded.length - magnitude.length, magnitude.length);
    return KeyCalls.text(padded);
  }
}
