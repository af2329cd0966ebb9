package dev.wrapkey.provisioning;

import dev.wrapkey.language.Phrases;
import dev.wrapkey.provisioning.CloudFailure.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Checks that the identity may use the key and that the key can be used, before Azure finds out
 * minutes later. What the caller may not see is left to Azure: an identifier can be typed by people
 * who may not read the vault.
 */
final class CheckKeyAccess implements ProvisioningStep {

  static final String ID = "check-key";

  @Override
  public String id() {
    return ID;
  }

  @Override
  public boolean isNeeded(StepContext context) {
    return context.plan().encryption().isCustomerManaged();
  }

  @Override
  public void run(StepContext context) {
    DataEncryption encryption = context.plan().encryption();
    check(context, encryption.key().orElseThrow(), encryption.identity().orElseThrow());
    encryption.geo().ifPresent(geo -> check(context, geo.key(), geo.identity()));
  }

  private static void check(StepContext context, KeyIdentifier key, ResourceId identityId) {
    Optional<ManagedIdentity> identity = identity(context, identityId);
    if (identity.isPresent() && !key.isManagedHsm()) {
      store(context, key).ifPresent(store -> requireRights(context, store, key, identity.get()));
    }
    requireUsable(context, key);
  }

  private static Optional<ManagedIdentity> identity(StepContext context, ResourceId id) {
    try {
      return visible(context, () -> context.cloud().identities().get(id));
    } catch (CloudFailure failure) {
      throw failure.kind() == Kind.NOT_FOUND
          ? unusable("IdentityNotFound", Phrases.say("provisioning.identity.missing", id), failure)
          : failure;
    }
  }

  private static Optional<KeyStore> store(StepContext context, KeyIdentifier key) {
    String own = context.plan().basics().subscription().id();
    Supplier<Stream<String>> others =
        () ->
            context.cloud().directory().subscriptions().stream()
                .map(Subscription::id)
                .filter(s -> !s.equals(own));
    return storeIn(context, own, key)
        .or(
            () ->
                context
                    .work()
                    .call(others)
                    .map(s -> storeIn(context, s, key))
                    .flatMap(Optional::stream)
                    .findFirst());
  }

  private static Optional<KeyStore> storeIn(
      StepContext context, String subscription, KeyIdentifier key) {
    return visible(context, () -> vaults(context, subscription)).stream()
        .flatMap(List::stream)
        .filter(store -> store.host().equalsIgnoreCase(key.host()))
        .findFirst();
  }

  private static List<KeyStore> vaults(StepContext context, String subscription) {
    List<KeyStore> found = new ArrayList<>();
    context
        .cloud()
        .keyStores()
        .list(KeyStore.Kind.KEY_VAULT, subscription, context.work().cancellation(), found::addAll);
    return found;
  }

  private static void requireRights(
      StepContext context, KeyStore store, KeyIdentifier key, ManagedIdentity identity) {
    visible(context, () -> context.cloud().safeguards().grants(store, key, identity))
        .map(Grants::rights)
        .filter(rights -> !rights.suffice())
        .ifPresent(
            rights -> {
              throw new CloudFailure(
                  Kind.KEY_UNUSABLE,
                  "MissingPermissions",
                  Phrases.say(
                      "provisioning.rights.missing",
                      identity.name(),
                      missing(rights),
                      store.name()),
                  "");
            });
  }

  private static String missing(Rights rights) {
    return new TreeSet<>(Rights.NEEDED)
        .stream()
            .filter(right -> !rights.granted().contains(right))
            .collect(Collectors.joining(", "));
  }

  private static void requireUsable(StepContext context, KeyIdentifier id) {
    try {
      visible(context, () -> context.cloud().keyStores().get(id))
          .flatMap(key -> fault(key, context))
          .ifPresent(
              code -> {
                throw new CloudFailure(Kind.KEY_UNUSABLE, code, id.toString(), "");
              });
    } catch (CloudFailure failure) {
      throw failure.kind() == Kind.NOT_FOUND
          ? unusable("KeyNotFound", failure.details(), failure)
          : failure;
    }
  }

  private static Optional<String> fault(Key key, StepContext context) {
    Key.Life life = key.life();
    if (!life.enabled()) {
      return Optional.of("KeyDisabled");
    }
    if (life.expires().filter(end -> !end.isAfter(context.work().now())).isPresent()) {
      return Optional.of("KeyExpired");
    }
    return life.activates()
        .filter(begin -> begin.isAfter(context.work().now()))
        .map(_ -> "KeyNotYetValid");
  }

  private static <T> Optional<T> visible(StepContext context, Supplier<T> call) {
    try {
      return Optional.of(context.work().call(call));
    } catch (CloudFailure failure) {
      if (failure.kind() != Kind.FORBIDDEN) {
        throw failure;
      }
      context.work().running(failure.code());
      return Optional.empty();
    }
  }

  private static CloudFailure unusable(String code, String details, CloudFailure cause) {
    return new CloudFailure(Kind.KEY_UNUSABLE, code, details, cause.correlationId());
  }
}
