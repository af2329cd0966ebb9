package dev.wrapkey.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wrapkey.simulator.world.Connection;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a client of PostgreSQL meets; codes: PostgreSQL documentation, appendix A. */
class ConnectionTest {

  @TempDir Path folder;
  private Practice practice;

  @BeforeEach
  void open() throws StateInUse {
    practice = new Practice(folder);
  }

  @AfterEach
  void close() {
    practice.close();
  }

  private Connection connect(String server, String user, String database, String from) {
    return practice.cloud.connect(new Connection.Attempt(server, user, "", database, from));
  }

  @Test
  void aClientThatIsLetInReadsEveryPage() {
    Connection made = connect("orders-pg", "ordersadmin", "postgres", "203.0.113.7");
    assertThat(made.accepted()).isTrue();
    assertThat(made.pages()).isEqualTo(64);
    assertThat(made.rows()).isGreaterThan(64 * 50);
  }

  @Test
  void aServiceManagedServerIsReadToo() {
    assertThat(connect("dev-pg", "", "", "").rows()).isPositive();
  }

  @Test
  void anAddressWithoutARuleIsRefused() {
    Connection refused = connect("orders-pg", "ordersadmin", "postgres", "198.51.100.4");
    assertThat(refused.sqlState()).isEqualTo("28000");
    assertThat(refused.message())
        .isEqualTo(
            "FATAL:  no pg_hba.conf entry for host \"198.51.100.4\", user \"ordersadmin\","
                + " database \"postgres\", SSL encryption");
    assertThat(connect("ledger-pg", "", "", "").sqlState()).isEqualTo("28000");
  }

  @Test
  void anotherLoginIsRefused() {
    assertThat(connect("orders-pg", "somebody", "", "").message())
        .isEqualTo("FATAL:  password authentication failed for user \"somebody\"");
  }

  @Test
  void aPasswordIsCheckedWhereOneIsGivenAndNeverTold() {
    new Orders(practice).create("pass-pg", Orders.plain());
    practice.send(
        "PUT",
        Practice.ARM + Orders.id("pass-pg") + "/firewallRules/me?api-version=" + Practice.PG,
        "{\"properties\": {\"startIpAddress\": \"203.0.113.7\", \"endIpAddress\":"
            + " \"203.0.113.7\"}}");
    practice.time.jump(Duration.ofMinutes(1));
    Connection.Attempt right =
        new Connection.Attempt("pass-pg", "wrapadmin", Orders.PASSWORD, "", "");
    assertThat(practice.cloud.connect(right).accepted()).isTrue();
    assertThat(right.toString()).doesNotContain(Orders.PASSWORD);
    Connection wrong =
        practice.cloud.connect(
            new Connection.Attempt("pass-pg", "wrapadmin", "Canary-no-2", "", ""));
    assertThat(wrong.sqlState()).isEqualTo("28P01");
    assertThat(wrong.toString()).doesNotContain("Canary-no-2");
  }

  @Test
  void anAbsentDatabaseIsNamed() {
    assertThat(connect("orders-pg", "", "nothing", "").message())
        .isEqualTo("FATAL:  database \"nothing\" does not exist");
    assertThat(connect("orders-pg", "", "nothing", "").sqlState()).isEqualTo("3D000");
  }

  @Test
  void anAbsentServerHasNoAddress() {
    assertThat(connect("no-such-pg", "", "", "").message()).contains("could not translate host");
  }

  @Test
  void aServerThatStopsOrStartsSaysSoAndOneThatIsStoppedDoesNotAnswer() {
    String url = Practice.ARM + Orders.id("orders-pg") + "/%s?api-version=" + Practice.PG;
    practice.send("POST", url.formatted("stop"), "");
    assertThat(connect("orders-pg", "", "", "").message())
        .isEqualTo("FATAL:  the database system is shutting down");
    practice.time.jump(Duration.ofMinutes(2));
    assertThat(connect("orders-pg", "", "", "").message()).contains("Connection refused");
    practice.send("POST", url.formatted("start"), "");
    assertThat(connect("orders-pg", "", "", "").message())
        .isEqualTo("FATAL:  the database system is starting up");
    practice.time.jump(Duration.ofMinutes(2));
    assertThat(connect("orders-pg", "", "", "").accepted()).isTrue();
  }

  @Test
  void aServerWithoutPublicAccessIsOutOfReach() {
    practice.send(
        "PATCH",
        Orders.url("orders-pg"),
        "{\"properties\": {\"network\": {\"publicNetworkAccess\": \"Disabled\"}}}");
    practice.time.jump(Duration.ofMinutes(2));
    assertThat(connect("orders-pg", "", "", "").message()).contains("timed out");
  }
}
