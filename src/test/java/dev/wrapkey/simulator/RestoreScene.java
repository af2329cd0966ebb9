package dev.wrapkey.simulator;

import dev.wrapkey.encryption.Inspector.Page;
import dev.wrapkey.simulator.Practice.Answer;
import dev.wrapkey.simulator.world.Connection;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A practice cloud to restore servers in, and to look at their pages. */
abstract class RestoreScene {

  @TempDir Path folder;
  Practice practice;
  Orders orders;

  @BeforeEach
  void open() throws StateInUse {
    practice = new Practice(folder);
    orders = new Orders(practice);
  }

  @AfterEach
  void close() {
    practice.close();
  }

  static String from(String source, String mode, String region, String more) {
    return """
    {"location": "%s", %s "properties": {"createMode": "%s", "sourceServerResourceId": "%s" %s}}\
    """
        .formatted(region, "", mode, Orders.id(source), more);
  }

  Page page(String server) {
    return practice.cloud.inspector().page(Orders.id(server), 0).orElseThrow();
  }

  String ordersKey() {
    return practice
        .cloud
        .inspector()
        .look(Orders.id("orders-pg"))
        .orElseThrow()
        .wrapped()
        .keyVersion();
  }

  String status(Answer outcome) {
    return outcome.json().path("status").asText();
  }

  long rowsNow(String server) {
    return practice.cloud.connect(new Connection.Attempt(server, "", "", "", "")).rows();
  }

  long pages(String server) {
    return practice.cloud.inspector().look(Orders.id(server)).orElseThrow().pages();
  }

  Page lastPage(String server) {
    return practice.cloud.inspector().page(Orders.id(server), pages(server) - 1).orElseThrow();
  }

  static String at(Instant moment) {
    return ", \"pointInTimeUTC\": \"" + moment + "\"";
  }
}
