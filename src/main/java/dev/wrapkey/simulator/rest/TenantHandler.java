package dev.wrapkey.simulator.rest;

import java.util.List;

/**
 * The directories of the caller, of which there is one (REST reference "Tenants - List" of Azure
 * Resource Manager, 2022-12-01).
 */
record TenantHandler(String tenant) {

  private static final String DOMAIN = "practice.onmicrosoft.com";

  List<Route> routes() {
    return List.of(new Route("GET", "/tenants", "", call -> list()));
  }

  private WireAnswer list() {
    return WireAnswer.ok(
        Tree.of(
            "value",
            List.of(
                Tree.of(
                    "id",
                    "/tenants/" + tenant,
                    "tenantId",
                    tenant,
                    "countryCode",
                    "US",
                    "displayName",
                    "Practice",
                    "domains",
                    List.of(DOMAIN),
                    "tenantCategory",
                    "Home",
                    "defaultDomain",
                    DOMAIN,
                    "tenantType",
                    "AAD"))));
  }
}
