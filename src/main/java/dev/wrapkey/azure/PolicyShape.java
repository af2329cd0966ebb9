package dev.wrapkey.azure;

import com.azure.security.keyvault.keys.models.KeyRotationLifetimeAction;
import com.azure.security.keyvault.keys.models.KeyRotationPolicyAction;
import dev.wrapkey.provisioning.RotationPolicy;
import dev.wrapkey.provisioning.RotationPolicy.From;
import dev.wrapkey.provisioning.RotationPolicy.Trigger;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Rotation policies in the shape the service takes them. */
final class PolicyShape {

  private PolicyShape() {}

  static RotationPolicy read(com.azure.security.keyvault.keys.models.KeyRotationPolicy policy) {
    List<KeyRotationLifetimeAction> actions =
        policy.getLifetimeActions() == null ? List.of() : policy.getLifetimeActions();
    return new RotationPolicy(
        period(policy.getExpiresIn()),
        trigger(actions, KeyRotationPolicyAction.ROTATE),
        trigger(actions, KeyRotationPolicyAction.NOTIFY));
  }

  private static Optional<Trigger> trigger(
      List<KeyRotationLifetimeAction> actions, KeyRotationPolicyAction which) {
    return actions.stream()
        .filter(action -> which.equals(action.getAction()))
        .flatMap(
            action ->
                Stream.concat(
                    period(action.getTimeAfterCreate())
                        .map(length -> new Trigger(From.AFTER_CREATION, length))
                        .stream(),
                    period(action.getTimeBeforeExpiry())
                        .map(length -> new Trigger(From.BEFORE_EXPIRY, length))
                        .stream()))
        .findFirst();
  }

  static com.azure.security.keyvault.keys.models.KeyRotationPolicy write(RotationPolicy policy) {
    List<KeyRotationLifetimeAction> actions = new ArrayList<>();
    policy.rotate().ifPresent(t -> actions.add(action(KeyRotationPolicyAction.ROTATE, t)));
    policy.notice().ifPresent(t -> actions.add(action(KeyRotationPolicyAction.NOTIFY, t)));
    return new com.azure.security.keyvault.keys.models.KeyRotationPolicy()
        .setLifetimeActions(actions)
        .setExpiresIn(policy.expiry().map(Period::toString).orElse(null));
  }

  private static KeyRotationLifetimeAction action(KeyRotationPolicyAction what, Trigger when) {
    KeyRotationLifetimeAction action = new KeyRotationLifetimeAction(what);
    return switch (when.from()) {
      case AFTER_CREATION -> action.setTimeAfterCreate(when.length().toString());
      case BEFORE_EXPIRY -> action.setTimeBeforeExpiry(when.length().toString());
    };
  }

  private static Optional<Period> period(@Nullable String told) {
    return Optional.ofNullable(told).filter(text -> !text.isEmpty()).map(Period::parse);
  }
}
