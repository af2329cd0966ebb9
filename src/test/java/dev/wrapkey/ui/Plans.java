package dev.wrapkey.ui;

import dev.wrapkey.provisioning.DataEncryption;
import dev.wrapkey.provisioning.Plan;
import dev.wrapkey.provisioning.Secret;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Plans as a filled wizard hands them over. */
public final class Plans {

  public static final String PASSWORD = "Canary-4711-x";

  private Plans() {}

  /** A server in East US with a customer-managed key, in an existing group. */
  public static Plan encrypted(Practice practice, String name) {
    return plan(
        practice,
        name,
        DataEncryption.customerManaged(
            practice.newest("kv-orders-eastus", "orders-kek"),
            practice.identity("id-orders-eastus").id()));
  }

  public static Plan plan(Practice practice, String name, DataEncryption encryption) {
    return new Plan(
        new Plan.Basics(
            practice.subscription(Practice.PRODUCTION),
            "rg-orders",
            false,
            name,
            "eastus",
            "17",
            "",
            Plan.Authentication.passwords("ordersadmin", new Secret(PASSWORD))),
        Plan.Configuration.DEVELOPMENT,
        Plan.Networking.open(
            true, false, List.of(new Plan.FirewallRule("home", "203.0.113.7", "203.0.113.7"))),
        encryption,
        new TreeMap<>(Map.of("team", "orders")));
  }
}
