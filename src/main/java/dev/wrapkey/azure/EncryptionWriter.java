package dev.wrapkey.azure;

import com.azure.resourcemanager.postgresqlflexibleserver.models.ArmServerKeyType;
import com.azure.resourcemanager.postgresqlflexibleserver.models.DataEncryption;
import com.azure.resourcemanager.postgresqlflexibleserver.models.IdentityType;
import com.azure.resourcemanager.postgresqlflexibleserver.models.UserAssignedIdentity;
import com.azure.resourcemanager.postgresqlflexibleserver.models.UserIdentity;
import dev.wrapkey.provisioning.GeoEncryption;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Keys and the identities that use them, in the shape the service takes them. */
final class EncryptionWriter {

  private EncryptionWriter() {}

  static DataEncryption encryption(dev.wrapkey.provisioning.DataEncryption wanted) {
    DataEncryption encryption =
        new DataEncryption()
            .withType(ArmServerKeyType.AZURE_KEY_VAULT)
            .withPrimaryKeyUri(wanted.key().orElseThrow().toString())
            .withPrimaryUserAssignedIdentityId(wanted.identity().orElseThrow().toString());
    wanted.geo().ifPresent(geo -> addGeo(encryption, geo));
    return encryption;
  }

  private static void addGeo(DataEncryption encryption, GeoEncryption geo) {
    encryption
        .withGeoBackupKeyUri(geo.key().toString())
        .withGeoBackupUserAssignedIdentityId(geo.identity().toString());
  }

  /** The identities of both keys, to be assigned to the server. */
  static UserAssignedIdentity identities(dev.wrapkey.provisioning.DataEncryption wanted) {
    Map<String, UserIdentity> assigned = new LinkedHashMap<>();
    wanted.identity().ifPresent(id -> assigned.put(id.toString(), new UserIdentity()));
    wanted.geo().ifPresent(geo -> assigned.put(geo.identity().toString(), new UserIdentity()));
    return new UserAssignedIdentity()
        .withType(IdentityType.USER_ASSIGNED)
        .withUserAssignedIdentities(assigned);
  }

  /**
   * The kinds of identities of a server that gets a user-assigned one. A system-assigned identity
   * stays: it cannot be taken from a server with customer-managed keys (portal specification
   * BLD-11; azure-cli, identity commands, 2026).
   */
  static IdentityType keeping(@Nullable UserAssignedIdentity now) {
    return now != null
            && (IdentityType.SYSTEM_ASSIGNED.equals(now.type())
                || IdentityType.SYSTEM_ASSIGNED_USER_ASSIGNED.equals(now.type()))
        ? IdentityType.SYSTEM_ASSIGNED_USER_ASSIGNED
        : IdentityType.USER_ASSIGNED;
  }
}
