package dev.wrapkey.ui.waves;

import dev.wrapkey.provisioning.KeyIdentifier;
import dev.wrapkey.ui.Practice;
import java.time.Duration;
import java.util.List;

/** Servers that share a key. */
final class Sharing {

  static final String KEY = "kv-orders-eastus/orders-kek";
  static final List<String> SERVERS = List.of("orders-pg", "wave-1-pg", "wave-2-pg");

  private Sharing() {}

  /** Two more servers that use the key of orders-pg. */
  static void prepare(Practice practice) {
    KeyIdentifier key = practice.server("orders-pg").encryption().key().orElseThrow();
    for (String name : SERVERS.subList(1, SERVERS.size())) {
      practice
          .administrator()
          .restore(practice.idOf("orders-pg"), name, key, practice.identity("id-orders-eastus"));
      practice.time().jump(Duration.ofMinutes(10));
    }
  }
}
