package dev.wrapkey.azure;

import dev.wrapkey.provisioning.Cancellation;
import dev.wrapkey.provisioning.KeyStore;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Whether the use of a key store is logged: a diagnostic setting sends the log {@code AuditEvent},
 * or a group that has it, to a workspace, a storage account or an event hub.
 *
 * <p>Source: published API {@code Microsoft.Insights/diagnosticSettings} 2021-05-01-preview;
 * "Enable Key Vault logging" for the category and the groups {@code audit} and {@code allLogs}.
 */
record AuditTrail(ArmResources resources) {

  private static final String VERSION = "2021-05-01-preview";
  private static final String CATEGORY = "auditevent";
  private static final Set<String> GROUPS = Set.of("audit", "alllogs");

  boolean isKept(KeyStore store) {
    List<Json> settings = new ArrayList<>();
    resources.each(
        store.id() + "/providers/Microsoft.Insights/diagnosticSettings",
        VERSION,
        new Cancellation(),
        settings::addAll);
    return settings.stream()
        .flatMap(setting -> setting.items("properties", "logs").stream())
        .anyMatch(AuditTrail::isAudit);
  }

  private static boolean isAudit(Json log) {
    boolean enabled = Boolean.TRUE.equals(log.at("enabled").value());
    return enabled
        && (lower(log.string("category")).equals(CATEGORY)
            || GROUPS.contains(lower(log.string("categoryGroup"))));
  }

  private static String lower(String text) {
    return text.toLowerCase(Locale.ROOT);
  }
}
