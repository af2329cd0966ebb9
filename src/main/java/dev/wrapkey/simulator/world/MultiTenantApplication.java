package dev.wrapkey.simulator.world;

import java.util.List;

/**
 * A multi-tenant application of Microsoft Entra ID, installed in the tenant of a customer who lets
 * it use a key (portal specification XT-1, XT-2).
 *
 * @param name for people
 * @param clientId its id in all tenants
 * @param objectId of its service principal in the customer's tenant, to which rights on the key are
 *     given
 * @param trusts client ids of the managed identities that are its federated credentials
 */
public record MultiTenantApplication(
    String name, String clientId, String objectId, List<String> trusts) {

  /** Who a managed identity is when it has signed in as this application. */
  Identity as(Identity one) {
    return new Identity(one.id(), one.region(), objectId, clientId, one.tags());
  }
}
