package dev.wrapkey.provisioning;

import java.util.List;
import java.util.function.Consumer;

/** User-assigned managed identities. Failures as in {@link Cloud}. */
public interface Identities {

  /** Hands over the identities of a subscription page by page, until the end or until cancelled. */
  void list(String subscription, Cancellation cancellation, Consumer<List<ManagedIdentity>> page);

  ManagedIdentity get(ResourceId id);

  /**
   * Makes an identity in a resource group that exists.
   *
   * @param region the short name of its region
   * @throws CloudFailure NAME_TAKEN if the group has one of this name: to make it again would
   *     change it
   */
  @Change(
      value = "Microsoft.ManagedIdentity/userAssignedIdentities/write",
      names = {"region"})
  ManagedIdentity create(ResourceId id, String region);

  /**
   * Deletes an identity, though servers may use it; one that is not there is no failure. Another
   * one of the same name is another one (portal specification CMK-23).
   */
  @Change(
      value = "Microsoft.ManagedIdentity/userAssignedIdentities/delete",
      of = Change.Subject.IDENTITY,
      weight = Change.Weight.FINAL)
  void delete(ResourceId id);
}
