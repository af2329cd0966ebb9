package dev.wrapkey.export;

import dev.wrapkey.provisioning.DataEncryption;
import dev.wrapkey.provisioning.GeoEncryption;
import dev.wrapkey.provisioning.KeyIdentifier;
import dev.wrapkey.provisioning.Plan;
import dev.wrapkey.provisioning.ResourceId;
import dev.wrapkey.provisioning.Secret;
import dev.wrapkey.provisioning.Subscription;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Plans for tests. */
public final class Plans {

  public static final String SUB = "facade00-0000-4000-a000-0000000000a1";
  public static final String CANARY = "Canary-7h3-Passw0rd";

  private Plans() {}

  /** A server in East US with a service-managed key. */
  public static Plan plain(String name) {
    return Plan.blank()
        .withBasics(
            new Plan.Basics(
                new Subscription(SUB, "Practice Production"),
                "rg-orders",
                false,
                name,
                "eastus",
                "17",
                "1",
                Plan.Authentication.passwords("pgadmin", new Secret(CANARY))));
  }

  public static ResourceId identity(String name) {
    return new ResourceId(SUB, "rg-orders", ResourceId.IDENTITY, name);
  }

  /** Everything that public access allows. */
  public static Plan full(String name) {
    return plain(name)
        .withConfiguration(
            new Plan.Configuration(
                new Plan.Compute("MemoryOptimized", "Standard_E4ads_v5", 4, 32),
                new Plan.Storage(Plan.Storage.PREMIUM, 512, "P30", 5000, 0, true),
                new Plan.HighAvailability(Plan.HighAvailability.Mode.ZONE_REDUNDANT, "2"),
                new Plan.Backup(21, true)))
        .withNetworking(
            Plan.Networking.open(
                true,
                true,
                List.of(
                    new Plan.FirewallRule("office", "203.0.113.0", "203.0.113.255"),
                    new Plan.FirewallRule("home", "198.51.100.7", "198.51.100.7"))))
        .withTags(new TreeMap<>(Map.of("team", "orders", "cost centre", "47 11")));
  }

  /** Two keys, two identities, administrators, an endpoint: what public access can have at all. */
  public static Plan rich(String name) {
    Plan plan = full(name);
    Plan.Basics basics = plan.basics();
    ResourceId endpoint = new ResourceId(SUB, "rg-net", ResourceId.PRIVATE_ENDPOINT, "pe-orders");
    return plan.withBasics(
            new Plan.Basics(
                basics.subscription(),
                "rg-fresh",
                true,
                name,
                basics.region(),
                basics.version(),
                basics.availabilityZone(),
                new Plan.Authentication(
                    Plan.Authentication.Method.BOTH,
                    "pgadmin",
                    new Secret(CANARY),
                    List.of(
                        new Plan.Administrator(
                            "11111111-2222-4333-8444-555555555555", "O'Neil [DBA] ${x}", "User")))))
        .withNetworking(
            new Plan.Networking(
                Plan.Networking.Method.PUBLIC,
                true,
                true,
                plan.networking().firewall(),
                List.of(new Plan.PrivateEndpoint(endpoint, "eastus", subnet())),
                Optional.empty()))
        .withEncryption(
            DataEncryption.customerManaged(
                    KeyIdentifier.of("https://kv-orders-eastus.vault.azure.net/keys/orders-kek"),
                    identity("id-orders-eastus"))
                .withGeo(
                    Optional.of(
                        new GeoEncryption(
                            KeyIdentifier.of(
                                "https://kv-orders-westus.vault.azure.net/keys/kek/0123456789abcdef0123456789abcdef"),
                            identity("id-orders-westus"),
                            Optional.empty()))));
  }

  /** Private access with a link in the zone's own group; Entra only. */
  public static Plan closed(String name) {
    Plan plan = plain(name);
    Plan.Basics basics = plan.basics();
    return plan.withBasics(
            new Plan.Basics(
                basics.subscription(),
                basics.group(),
                false,
                name,
                basics.region(),
                basics.version(),
                "",
                new Plan.Authentication(
                    Plan.Authentication.Method.ENTRA,
                    "",
                    Secret.EMPTY,
                    List.of(
                        new Plan.Administrator(
                            "11111111-2222-4333-8444-555555555555", "dba-team", "Group")))))
        .withNetworking(
            Plan.Networking.closed(
                new Plan.PrivateAccess(
                    subnet(),
                    new ResourceId(
                        SUB,
                        "rg-net",
                        "Microsoft.Network/privateDnsZones",
                        "orders.private.postgres.database.azure.com"),
                    true)));
  }

  private static ResourceId subnet() {
    return new ResourceId(SUB, "rg-net", ResourceId.SUBNET, "hall/db");
  }
}
