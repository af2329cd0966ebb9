package dev.wrapkey.simulator.world;

import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;

/**
 * A role, built in or of one's own.
 *
 * @param id GUID, the same in every Azure tenant
 * @param name for example {@code Key Vault Crypto Officer}
 * @param description what Azure says it is for
 * @param actions control-plane actions, with {@code *} for anything
 * @param dataActions data-plane actions, with {@code *} for anything
 * @param notActions control-plane actions that this role does not grant though {@code actions} does
 * @param notDataActions the same for data-plane actions
 */
public record Role(
    String id,
    String name,
    String description,
    List<String> actions,
    List<String> dataActions,
    List<String> notActions,
    List<String> notDataActions) {

  /** A state written before exceptions had an effect lacks them. */
  public Role {
    notActions = Objects.requireNonNullElse(notActions, List.of());
    notDataActions = Objects.requireNonNullElse(notDataActions, List.of());
  }

  /** Whether it grants an action of the control plane. */
  boolean grants(String action) {
    return matches(actions, action) && !matches(notActions, action);
  }

  /** Whether it grants an action of the data plane. */
  boolean grantsData(String action) {
    return matches(dataActions, action) && !matches(notDataActions, action);
  }

  private static boolean matches(List<String> patterns, String action) {
    return patterns.stream().anyMatch(pattern -> matches(pattern, action));
  }

  private static boolean matches(String pattern, String action) {
    String expression = Pattern.quote(pattern).replace("*", "\\E.*\\Q");
    return Pattern.compile(expression, Pattern.CASE_INSENSITIVE).matcher(action).matches();
  }
}
