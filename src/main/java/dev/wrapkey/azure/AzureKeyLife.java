package dev.wrapkey.azure;

import com.azure.core.util.Context;
import com.azure.security.keyvault.keys.KeyClient;
import com.azure.security.keyvault.keys.models.KeyOperation;
import com.azure.security.keyvault.keys.models.KeyProperties;
import com.azure.security.keyvault.keys.models.KeyVaultKey;
import dev.wrapkey.provisioning.CloudFailure;
import dev.wrapkey.provisioning.CloudFailure.Kind;
import dev.wrapkey.provisioning.DeletedKey;
import dev.wrapkey.provisioning.Key;
import dev.wrapkey.provisioning.KeyEdit;
import dev.wrapkey.provisioning.KeyIdentifier;
import dev.wrapkey.provisioning.KeyLife;
import dev.wrapkey.provisioning.KeyStore;
import dev.wrapkey.provisioning.RotationPolicy;
import dev.wrapkey.provisioning.RunningOperation;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Keys after they were made. */
record AzureKeyLife(AzureKeys keys) implements KeyLife {

  private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(2);

  @Override
  public Key edit(KeyIdentifier version, KeyEdit edit) {
    KeyClient client = keys.client(version.host());
    KeyProperties wanted =
        AzureFailures.ask(
                () ->
                    client
                        .getKeyWithResponse(
                            version.key(), version.version().orElseThrow(), Context.NONE)
                        .getValue())
            .getProperties();
    edit.enabled().ifPresent(wanted::setEnabled);
    edit.activates().ifPresent(moment -> wanted.setNotBefore(moment.atOffset(ZoneOffset.UTC)));
    edit.expires().ifPresent(moment -> wanted.setExpiresOn(moment.atOffset(ZoneOffset.UTC)));
    // An empty list would be sent, and is not what stays as it is.
    KeyOperation[] operations =
        edit.operations()
            .map(names -> names.stream().map(KeyOperation::fromString).toArray(KeyOperation[]::new))
            .orElse(null);
    KeyVaultKey now =
        AzureFailures.ask(
            () ->
                client
                    .updateKeyPropertiesWithResponse(wanted, Context.NONE, operations)
                    .getValue());
    return AzureKeys.read(now);
  }

  @Override
  public List<DeletedKey> deleted(KeyStore store) {
    return Pages.all(() -> keys.client(store.host()).listDeletedKeys(), AzureKeyLife::read).stream()
        .sorted(Comparator.comparing(key -> key.id().key(), String.CASE_INSENSITIVE_ORDER))
        .toList();
  }

  @Override
  public Optional<DeletedKey> findDeleted(KeyIdentifier key) {
    return unlessMissing(
        () ->
            read(
                AzureFailures.ask(
                    () ->
                        keys.client(key.host())
                            .getDeletedKeyWithResponse(key.key(), Context.NONE)
                            .getValue())));
  }

  // The SDK's poller sends the request at once; we do the waiting, on our clock.
  @Override
  public RunningOperation delete(KeyIdentifier key) {
    var begun =
        AzureFailures.ask(
            () -> keys.client(key.host()).beginDeleteKey(key.key()).poll().getValue());
    boolean recoverable = begun != null && begun.getRecoveryId() != null;
    return new Looking(() -> !recoverable || unlessHidden(() -> findDeleted(key).isPresent()));
  }

  @Override
  public RunningOperation recover(KeyIdentifier key) {
    AzureFailures.ask(
        () -> keys.client(key.host()).beginRecoverDeletedKey(key.key()).poll().getStatus());
    return new Looking(
        () -> unlessHidden(() -> unlessMissing(() -> keys.get(key.versionless())).isPresent()));
  }

  @Override
  public void purge(KeyIdentifier key) {
    AzureFailures.ask(
        () ->
            keys.client(key.host())
                .purgeDeletedKeyWithResponse(key.key(), Context.NONE)
                .getStatusCode());
  }

  @Override
  public RotationPolicy policy(KeyIdentifier key) {
    return PolicyShape.read(
        AzureFailures.ask(
            () ->
                keys.client(key.host())
                    .getKeyRotationPolicyWithResponse(key.key(), Context.NONE)
                    .getValue()));
  }

  @Override
  public RotationPolicy setPolicy(KeyIdentifier key, RotationPolicy policy) {
    return PolicyShape.read(
        AzureFailures.ask(
            () ->
                keys.client(key.host())
                    .updateKeyRotationPolicyWithResponse(
                        key.key(), PolicyShape.write(policy), Context.NONE)
                    .getValue()));
  }

  private static DeletedKey read(com.azure.security.keyvault.keys.models.DeletedKey key) {
    return new DeletedKey(
        KeyIdentifier.of(key.getProperties().getId()).versionless(),
        moment(key.getDeletedOn()),
        moment(key.getScheduledPurgeDate()));
  }

  private static Optional<Instant> moment(@Nullable OffsetDateTime told) {
    return Optional.ofNullable(told).map(OffsetDateTime::toInstant);
  }

  private static <T> Optional<T> unlessMissing(Supplier<T> call) {
    try {
      return Optional.of(call.get());
    } catch (CloudFailure failure) {
      if (failure.kind() == Kind.NOT_FOUND) {
        return Optional.empty();
      }
      throw failure;
    }
  }

  // Who may delete or recover but not look has to believe that it happens, as in Microsoft's SDK.
  private static boolean unlessHidden(Supplier<Boolean> look) {
    try {
      return look.get();
    } catch (CloudFailure failure) {
      if (failure.kind() == Kind.FORBIDDEN) {
        return true;
      }
      throw failure;
    }
  }

  /** Seen to have ended by looking at the key. */
  private record Looking(Supplier<Boolean> ended) implements RunningOperation {

    @Override
    public boolean poll() {
      return ended.get();
    }

    @Override
    public Duration retryAfter() {
      return BETWEEN_LOOKS;
    }
  }
}
