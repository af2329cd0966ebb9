package dev.wrapkey.impact;

import dev.wrapkey.provisioning.Cancellation;
import dev.wrapkey.provisioning.Cloud;
import dev.wrapkey.provisioning.CloudFailure;
import dev.wrapkey.provisioning.KeyIdentifier;
import dev.wrapkey.provisioning.KeyStore;
import dev.wrapkey.provisioning.ManagedIdentity;
import dev.wrapkey.provisioning.Permit;
import dev.wrapkey.provisioning.Rights;
import dev.wrapkey.rules.Loss;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What lets an identity use the keys that servers use through it, and what is left if one permit is
 * taken away: a role may have been given twice, or further up.
 */
public final class Permits {

  private final Cloud cloud;
  private final Surroundings around;

  /**
   * @param around who uses which key through whom
   */
  public Permits(Cloud cloud, Surroundings around) {
    this.cloud = cloud;
    this.around = around;
  }

  /**
   * Each permit of an identity as something that may be taken away. Blocks.
   *
   * @throws CloudFailure if the permits on one of the keys cannot be read
   */
  public List<Loss.OfPermit> of(ManagedIdentity identity, Cancellation cancellation) {
    Map<KeyIdentifier, List<Permit>> byKey = new LinkedHashMap<>();
    Map<Permit, KeyStore> found = new LinkedHashMap<>();
    for (KeyIdentifier key : keysOf(identity)) {
      cancellation.check();
      Optional<KeyStore> store = around.storeAt(key.host());
      if (store.isPresent()) {
        List<Permit> permits = cloud.safeguards().permits(store.get(), key, identity);
        byKey.put(key, permits);
        permits.stream()
            .filter(permit -> !permit.rights().granted().isEmpty())
            .forEach(permit -> found.putIfAbsent(permit, store.get()));
      }
    }
    List<Loss.OfPermit> losses = new ArrayList<>();
    found.forEach(
        (permit, store) ->
            losses.add(new Loss.OfPermit(store, identity, permit, left(permit, byKey))));
    return List.copyOf(losses);
  }

  private static Map<KeyIdentifier, Rights> left(
      Permit lost, Map<KeyIdentifier, List<Permit>> byKey) {
    Map<KeyIdentifier, Rights> left = new HashMap<>();
    byKey.forEach(
        (key, permits) -> {
          if (permits.contains(lost)) {
            Set<String> rights = new HashSet<>();
            permits.stream()
                .filter(permit -> !permit.equals(lost))
                .forEach(permit -> rights.addAll(permit.rights().granted()));
            left.put(key, new Rights(Set.copyOf(rights)));
          }
        });
    return left;
  }

  private List<KeyIdentifier> keysOf(ManagedIdentity identity) {
    Stream<KeyIdentifier> used =
        around.around().users().stream()
            .flatMap(user -> user.uses().stream())
            .filter(use -> use.identity().filter(identity.id()::equals).isPresent())
            .map(use -> use.key().versionless());
    Stream<KeyIdentifier> inherited =
        around.around().heirs().stream()
            .filter(heir -> heir.identity().filter(identity.id()::equals).isPresent())
            .map(heir -> heir.key().versionless());
    return Stream.concat(used, inherited).distinct().toList();
  }
}
