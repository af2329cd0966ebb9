package dev.wrapkey.app;

import java.util.List;

/**
 * What one key store, key or identity of the starter landscape is there to teach, as its
 * description says.
 *
 * @param name of the pictures
 * @param region the name of the region of a server that is to use it
 * @param identity who is to use the key
 * @param key the key identifier, without version
 * @param rule the rule that decides
 * @param verdict what the check says of it
 * @param words what a person reads while choosing
 */
record Lesson(
    String name,
    String region,
    String identity,
    String key,
    String rule,
    String verdict,
    String words) {

  private static final String USER = "id-orders-eastus";
  private static final String EAST = "East US";

  static final List<Lesson> ALL =
      List.of(
          east("kv-orders-right", vault("kv-orders-eastus/orders-kek"), "CMK-10", "Passed")
              .says("The identity can use this key"),
          east("kv-orders-ledger", vault("kv-orders-eastus/ledger-kek"), "CMK-14", "Advice")
              .says("Key ledger-kek has 3072 bits; 4096 bits are recommended."),
          east("kv-orders-ec", vault("kv-orders-eastus/signing-ec"), "CMK-13", "Failed")
              .says("Key signing-ec is of type EC."),
          east("kv-orders-retired", vault("kv-orders-eastus/retired-kek"), "CMK-17", "Failed")
              .says("Key retired-kek is disabled."),
          east("kv-orders-lapsed", vault("kv-orders-eastus/lapsed-kek"), "CMK-16", "Failed")
              .says("Key lapsed-kek expired on"),
          east("kv-orders-coming", vault("kv-orders-eastus/coming-kek"), "CMK-15", "Failed")
              .says("Key coming-kek is not active before"),
          east("kv-orders-nothing", vault("kv-orders-eastus/nothing"), "KEY-1", "Failed")
              .says("There is no key nothing in kv-orders-eastus"),
          east("kv-policy", vault("kv-policy-eastus/policy-kek"), "CMK-10", "Failed")
              .says("Add an access policy with the key permissions get, list, wrapKey"),
          east("kv-lab", vault("kv-lab-eastus/lab-kek"), "CMK-6", "Failed")
              .says("Purge protection is off for kv-lab-eastus."),
          east("kv-sealed", vault("kv-sealed-eastus/sealed-kek"), "CMK-8", "Failed")
              .says("The firewall of kv-sealed-eastus keeps the database service out."),
          east("kv-hidden", vault("kv-hidden-eastus/hidden-kek"), "KEY-1", "Not seen")
              .says("Wrapkey could not check this key with your account"),
          east("kv-orders-westus", vault("kv-orders-westus/orders-west-kek"), "CMK-3", "Failed")
              .says("kv-orders-westus is in region West US."),
          east("kv-dev", vault("kv-dev-eastus/dev-kek"), "CMK-4", "Advice")
              .says("kv-dev-eastus is in another subscription."),
          east(
                  "hsm-orders",
                  "https://hsm-orders-eastus.managedhsm.azure.net/keys/orders-hsm-kek",
                  "CMK-11",
                  "Passed")
              .says("Key orders-hsm-kek has 3072 bits"),
          east("id-newcomer", vault("kv-orders-eastus/orders-kek"), "CMK-10", "Failed")
              .by("id-newcomer-eastus")
              .says("Identity id-newcomer-eastus may not do this"),
          east("id-fresh", vault("kv-orders-eastus/orders-kek"), "CMK-10", "Not seen")
              .by("id-fresh-eastus")
              .says("The role was granted to id-fresh-eastus"),
          east("id-other-region", vault("kv-orders-eastus/orders-kek"), "CMK-21", "Advice")
              .by("id-orders-westus")
              .says("Identity id-orders-westus is in region West US"),
          new Lesson(
                  "kv-reporting",
                  "West Europe",
                  "id-reporting-weu",
                  vault("kv-reporting-weu/reporting-kek"),
                  "CMK-10",
                  "Passed",
                  "")
              .says("The identity can use this key"),
          new Lesson(
                  "kv-legacy",
                  "West Europe",
                  "id-reporting-weu",
                  vault("kv-legacy-weu/legacy-kek"),
                  "CMK-5",
                  "Failed",
                  "")
              .says("Soft delete is off for kv-legacy-weu."));

  private static Lesson east(String name, String key, String rule, String verdict) {
    return new Lesson(name, EAST, USER, key, rule, verdict, "");
  }

  private static String vault(String path) {
    String[] parts = path.split("/");
    return "https://%s.vault.azure.net/keys/%s".formatted(parts[0], parts[1]);
  }

  private Lesson says(String what) {
    return new Lesson(name, region, identity, key, rule, verdict, what);
  }

  private Lesson by(String who) {
    return new Lesson(name, region, who, key, rule, verdict, words);
  }

  /** What the row of the check is called. */
  String row() {
    return "check-" + rule.toLowerCase(java.util.Locale.ROOT) + "-primary";
  }
}
