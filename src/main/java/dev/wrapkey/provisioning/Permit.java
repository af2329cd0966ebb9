package dev.wrapkey.provisioning;

/**
 * One reason why an identity may use a key. It may have several: who loses one keeps what the
 * others give.
 *
 * @param source what it is
 * @param id its name to the service: the identifier of a role assignment, the object id that an
 *     access policy is for
 * @param scope where it holds: the identifier of a key, a vault, a resource group, a subscription
 *     or a management group; within a managed HSM {@code /}, {@code /keys} or {@code /keys/name}
 * @param principal the object id it was given to: the identity's own, or that of a group it is in
 * @param role the name of the role; empty for an access policy
 * @param rights what it gives, of that which data encryption needs
 */
public record Permit(
    Source source, String id, String scope, String principal, String role, Rights rights) {

  /** What gives rights on keys. */
  public enum Source {
    /** A role assignment of Azure. */
    ROLE,
    /** An access policy of a key vault. */
    POLICY,
    /** A role assignment that a managed HSM keeps itself. */
    LOCAL_ROLE
  }

  /** Whether it was given further up than on a store and its keys, and so reaches other things. */
  public boolean isInherited(KeyStore store) {
    String own = store.id().toString();
    return source == Source.ROLE
        && !(scope + "/").regionMatches(true, 0, own + "/", 0, own.length() + 1);
  }
}
