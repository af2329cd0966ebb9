package dev.wrapkey.azure;

import com.azure.core.util.ClientOptions;
import com.azure.core.util.Context;
import com.azure.security.keyvault.keys.KeyClient;
import com.azure.security.keyvault.keys.KeyClientBuilder;
import com.azure.security.keyvault.keys.models.JsonWebKey;
import com.azure.security.keyvault.keys.models.KeyProperties;
import com.azure.security.keyvault.keys.models.KeyVaultKey;
import dev.wrapkey.provisioning.Cancellation;
import dev.wrapkey.provisioning.Key;
import dev.wrapkey.provisioning.KeyIdentifier;
import java.math.BigInteger;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The data plane of key vaults and managed HSMs, one client a store. */
final class AzureKeys {

  private final AzureConnection connection;
  private final Map<String, KeyClient> clients = new ConcurrentHashMap<>();

  AzureKeys(AzureConnection connection) {
    this.connection = connection;
  }

  List<Key> list(String host) {
    List<Key> found = new ArrayList<>();
    list(host, new Cancellation(), found::addAll);
    found.sort(Comparator.comparing(key -> key.id().key(), String.CASE_INSENSITIVE_ORDER));
    return List.copyOf(found);
  }

  void list(String host, Cancellation cancellation, Consumer<List<Key>> page) {
    Pages.each(
        () -> client(host).listPropertiesOfKeys(),
        properties -> versionless(read(properties)),
        cancellation,
        page);
  }

  private static Key versionless(Key key) {
    return new Key(key.id().versionless(), key.type(), key.bits(), key.operations(), key.life());
  }

  List<Key> versions(String host, String key) {
    return Pages.all(() -> client(host).listPropertiesOfKeyVersions(key), AzureKeys::read).stream()
        .sorted(Comparator.comparing((Key version) -> version.life().created()).reversed())
        .toList();
  }

  Key get(KeyIdentifier id) {
    return read(
        AzureFailures.ask(
            () ->
                client(id.host())
                    .getKeyWithResponse(id.key(), id.version().orElse(""), Context.NONE)
                    .getValue()));
  }

  Key rotate(KeyIdentifier id) {
    return read(
        AzureFailures.ask(
            () -> client(id.host()).rotateKeyWithResponse(id.key(), Context.NONE).getValue()));
  }

  /** The way new keys take into a store. */
  KeyMaker into(String host) {
    return new KeyMaker(client(host));
  }

  /** The SDK's client of one store. */
  KeyClient client(String host) {
    return clients.computeIfAbsent(
        host,
        h ->
            new KeyClientBuilder()
                .vaultUrl("https://" + h)
                .credential(connection.credential())
                .httpClient(connection.http())
                .retryOptions(AzurePipeline.NO_RETRY)
                .clientOptions(new ClientOptions().setApplicationId(AzurePipeline.USER_AGENT))
                .addPolicy(SendCorrelation.toKeyVault())
                .addPolicy(new KeepErrorBody())
                .addPolicy(new RenewToken())
                .buildClient());
  }

  private static Key read(KeyProperties properties) {
    return new Key(KeyIdentifier.of(properties.getId()), "", 0, List.of(), life(properties));
  }

  static Key read(KeyVaultKey key) {
    return new Key(
        KeyIdentifier.of(key.getId()),
        Answer.text(key.getKeyType()),
        bits(key.getKey()),
        key.getKeyOperations() == null
            ? List.of()
            : key.getKeyOperations().stream().map(Object::toString).toList(),
        life(key.getProperties()));
  }

  private static int bits(JsonWebKey key) {
    return key.getN() == null ? 0 : new BigInteger(1, key.getN()).bitLength();
  }

  private static Key.Life life(KeyProperties properties) {
    return new Key.Life(
        Answer.flag(properties.isEnabled(), true),
        instant(properties.getCreatedOn()).orElse(Instant.EPOCH),
        instant(properties.getNotBefore()),
        instant(properties.getExpiresOn()));
  }

  private static Optional<Instant> instant(@Nullable OffsetDateTime moment) {
    return Optional.ofNullable(moment).map(OffsetDateTime::toInstant);
  }
}
