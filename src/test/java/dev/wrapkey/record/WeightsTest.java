package dev.wrapkey.record;

import static dev.wrapkey.provisioning.Change.Weight.COSTS;
import static dev.wrapkey.provisioning.Change.Weight.FINAL;
import static org.assertj.core.api.Assertions.assertThat;

import dev.wrapkey.provisioning.Change;
import java.lang.reflect.Method;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What is asked once more in real Azure. */
class WeightsTest {

  /**
   * Prices: "Azure Database for PostgreSQL pricing" (compute from the start of a server), "Azure
   * Private Link pricing" (per hour), "Azure DNS pricing" (per zone), read on 22 November 2026. Not
   * to be undone: what is deleted without a bin, what leaves the bin, and purge protection, which
   * nobody can switch off ("Azure Key Vault soft-delete overview").
   */
  private static final Map<String, Change.Weight> HEAVY =
      Map.of(
          "Servers.create", COSTS,
          "Servers.start", COSTS,
          "Networks.createEndpoint", COSTS,
          "Networks.createZone", COSTS,
          "Servers.delete", FINAL,
          "Identities.delete", FINAL,
          "KeyLife.purge", FINAL,
          "StoreLife.purge", FINAL,
          "Safeguards.enablePurgeProtection", FINAL);

  @Test
  void whatCostsOrIsFinalIsMarkedSo() {
    Map<String, Change.Weight> marked =
        PortMarksTest.methods()
            .filter(method -> method.isAnnotationPresent(Change.class))
            .filter(method -> weight(method) != Change.Weight.LIGHT)
            .collect(
                Collectors.toMap(
                    method -> method.getDeclaringClass().getSimpleName() + "." + method.getName(),
                    WeightsTest::weight));
    assertThat(marked).isEqualTo(HEAVY);
  }

  private static Change.Weight weight(Method method) {
    return method.getAnnotation(Change.class).weight();
  }
}
