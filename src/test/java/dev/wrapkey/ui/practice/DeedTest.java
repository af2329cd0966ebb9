package dev.wrapkey.ui.practice;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DeedTest {

  private static final String RG = "/subscriptions/s/resourceGroups/rg";
  private static final String PG = RG + "/providers/Microsoft.DBforPostgreSQL/flexibleServers";
  private static final String ARM = "management.azure.com";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      value = {
        "PUT    | "
            + ARM
            + " | "
            + PG
            + "/orders-pg | Create or update flexible server | orders-pg | true",
        "PATCH  | " + ARM + " | " + PG + "/orders-pg | Update flexible server | orders-pg | true",
        "DELETE | " + ARM + " | " + PG + "/orders-pg | Delete flexible server | orders-pg | true",
        "GET    | " + ARM + " | " + PG + "/orders-pg | Read flexible server | orders-pg | false",
        "GET    | " + ARM + " | " + PG + " | List: flexible server | '' | false",
        "POST   | " + ARM + " | " + PG + "/orders-pg/restart | Action: restart | orders-pg | true",
        "PUT    | "
            + ARM
            + " | "
            + PG
            + "/orders-pg/firewallRules/home | Create or update firewall rule | home | true",
        "PUT    | " + ARM + " | " + RG + " | Create or update resource group | rg | true",
        "GET    | " + ARM + " | /subscriptions | List: subscription | '' | false",
        "GET    | "
            + ARM
            + " | "
            + RG
            + "/providers/Microsoft.KeyVault/vaults/kv | Read key vault | kv | false",
        "PUT    | "
            + ARM
            + " | "
            + RG
            + "/providers/Microsoft.KeyVault/vaults/kv/providers/Microsoft.Authorization/roleAssignments/r"
            + " | Create or update role assignment | r | true",
        "POST   | kv.vault.azure.net | /keys/kek/create | Key: create | kv / kek | true",
        "POST   | kv.vault.azure.net | /keys/kek/v1/wrapkey | Use key: wrapkey | kv / kek | false",
        "GET    | kv.vault.azure.net | /keys/kek/versions | Read key | kv / kek | false",
        "GET    | kv.vault.azure.net | /keys | List: keys | kv | false",
        "POST   | login.microsoftonline.com | /t/oauth2/v2.0/token | Sign in | '' | false",
        "GET    | graph.microsoft.com | /v1.0/me | Look up in Microsoft Entra ID | '' | false",
        "GET    | " + ARM + " | / | List: | '' | false",
      })
  void aRequestIsToldInWords(
      String method, String host, String path, String what, String name, boolean isWrite) {
    Deed deed = Deed.of(new PracticeGateway.Request(1, Instant.EPOCH, method, host, path, 200, ""));
    assertThat(deed.what().strip()).isEqualTo(what);
    assertThat(deed.name()).isEqualTo(name);
    assertThat(deed.isWrite()).isEqualTo(isWrite);
  }
}
