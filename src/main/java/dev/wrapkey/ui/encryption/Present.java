package dev.wrapkey.ui.encryption;

import dev.wrapkey.preflight.Subject;
import dev.wrapkey.provisioning.KeyIdentifier;
import dev.wrapkey.provisioning.ManagedIdentity;
import dev.wrapkey.provisioning.ResourceId;
import dev.wrapkey.provisioning.Server;
import dev.wrapkey.ui.key.Scope;
import java.util.List;
import java.util.Optional;

/**
 * What the server has.
 *
 * @param server the server
 * @param primary its own key
 * @param geo the key for the copies of its backups, if it has one
 * @param federated the client id of the multi-tenant application, if its key is another tenant's
 */
record Present(Server server, Side primary, Optional<Side> geo, Optional<String> federated) {

  /** Whether its data cannot be reached. */
  boolean isInaccessible() {
    return server.state().equals("Inaccessible");
  }

  /** Whether the service has found a key that it cannot use. */
  boolean isTroubled() {
    return isInaccessible() || server.encryption().hasInvalidKey();
  }

  /** The server as it is, for the checks before a save. */
  Subject subject() {
    Optional<String> pair = geo.map(side -> side.scope().region());
    return Subject.of(server, primary.scope().subscription(), pair);
  }

  boolean isReplica() {
    return server.setup().replication().isReplica();
  }

  /**
   * One key of the server.
   *
   * @param scope where the key must live
   * @param key the key, versionless for automatic key version update
   * @param user the identity that uses it
   * @param status the service's word on the key
   * @param assigned the identities that are assigned to the server and can be read
   */
  record Side(
      Scope scope,
      Optional<KeyIdentifier> key,
      User user,
      Optional<String> status,
      List<ManagedIdentity> assigned) {}

  /**
   * Who uses a key.
   *
   * @param id the identity, as the server names it
   * @param found what it is, if it could be read
   * @param gone whether there is no such identity any more
   */
  record User(Optional<ResourceId> id, Optional<ManagedIdentity> found, boolean gone) {

    /** Whether there may be one that this account does not see. */
    boolean isHidden() {
      return id.isPresent() && found.isEmpty() && !gone;
    }
  }
}
