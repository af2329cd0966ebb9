package dev.wrapkey.export;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wrapkey.export.BicepReader.Statement;
import dev.wrapkey.provisioning.Plan;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The structure of Bicep files, read by a reader of our own: the compiler is not to be had offline.
 */
class BicepTest {

  private static List<Plan> plans() {
    return List.of(
        Plans.plain("orders-a"),
        Plans.full("orders-a"),
        Plans.rich("orders-a"),
        Plans.closed("orders-a"));
  }

  private static List<Statement> of(List<Exported> files, String name) {
    return files.stream()
        .filter(f -> f.name().equals(name))
        .findFirst()
        .map(f -> BicepReader.statements(f.text()))
        .orElseThrow();
  }

  private static Optional<Statement> find(List<Statement> all, String keyword, String symbol) {
    return all.stream()
        .filter(s -> s.keyword().equals(keyword) && s.symbol().equals(symbol))
        .findFirst();
  }

  @ParameterizedTest
  @MethodSource("plans")
  void everyParameterIsDeclaredAndGivenOnceAndEverySymbolIsDefined(Plan plan) {
    List<Exported> files = Export.of(plan, Format.BICEP);
    List<Statement> main = of(files, "main.bicep");
    Set<String> declared = symbols(main, "param");
    assertThat(symbols(of(files, "main.bicepparam"), "param")).isEqualTo(declared);
    assertThat(main.stream().map(Statement::symbol)).doesNotHaveDuplicates();
    for (Statement module : main.stream().filter(s -> s.keyword().equals("module")).toList()) {
      List<Statement> inside = of(files, module.type());
      Object given = ((Map<?, ?>) module.value()).get("params");
      assertThat(given == null ? Set.of() : ((Map<?, ?>) given).keySet())
          .isEqualTo((Object) symbols(inside, "param"));
    }
    for (Statement resource : main.stream().filter(s -> s.keyword().equals("resource")).toList()) {
      Map<?, ?> body = (Map<?, ?>) resource.value();
      if (body.get("dependsOn") instanceof List<?> before) {
        before.forEach(
            s ->
                assertThat(main.stream().map(Statement::symbol))
                    .contains(s.toString().substring(1)));
      }
    }
  }

  private static Set<String> symbols(List<Statement> all, String keyword) {
    return all.stream()
        .filter(s -> s.keyword().equals(keyword))
        .map(Statement::symbol)
        .collect(Collectors.toSet());
  }

  @Test
  void theServerIsTheOneOfThePlan() {
    Statement server =
        find(
                of(Export.of(Plans.rich("orders-a"), Format.BICEP), "main.bicep"),
                "resource",
                "server")
            .orElseThrow();
    assertThat(server.type()).isEqualTo("Microsoft.DBforPostgreSQL/flexibleServers@2024-08-01");
    Map<?, ?> body = (Map<?, ?>) server.value();
    assertThat(body.get("sku"))
        .isEqualTo(Map.of("name", "Standard_E4ads_v5", "tier", "MemoryOptimized"));
    Map<?, ?> properties = (Map<?, ?>) body.get("properties");
    assertThat(properties.get("storage"))
        .isEqualTo(
            Map.of(
                "storageSizeGB",
                "=512",
                "autoGrow",
                "Enabled",
                "type",
                "Premium_LRS",
                "tier",
                "P30"));
    assertThat(properties.get("administratorLoginPassword"))
        .isEqualTo("=administratorLoginPassword");
    assertThat(((Map<?, ?>) properties.get("dataEncryption")).get("geoBackupKeyURI"))
        .isEqualTo(
            "https://kv-orders-westus.vault.azure.net/keys/kek/0123456789abcdef0123456789abcdef");
  }

  @Test
  void aNameWithQuotesAndDollarsStaysAText() {
    List<Statement> main = of(Export.of(Plans.rich("orders-a"), Format.BICEP), "main.bicep");
    Map<?, ?> body = (Map<?, ?>) find(main, "resource", "administrators1").orElseThrow().value();
    assertThat(((Map<?, ?>) body.get("properties")).get("principalName"))
        .isEqualTo("O'Neil [DBA] ${x}");
    assertThat(body.get("parent")).isEqualTo("=server");
  }
}
