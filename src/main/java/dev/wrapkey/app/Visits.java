package dev.wrapkey.app;

import dev.wrapkey.provisioning.Cancellation;
import dev.wrapkey.provisioning.CloudFailure;
import dev.wrapkey.provisioning.KeyIdentifier;
import dev.wrapkey.provisioning.KeyStore;
import dev.wrapkey.provisioning.ResourceId;
import dev.wrapkey.provisioning.Subscription;
import dev.wrapkey.ui.navigation.Navigator;
import dev.wrapkey.ui.navigation.Page;
import dev.wrapkey.ui.view.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * Goes to the page of a thing that is known by its identifier only.
 *
 * @param services where it is looked for
 * @param navigator the way from page to page
 * @param serverPage the page of a server
 * @param told is told in words why there is no page
 */
record Visits(
    Services services,
    Navigator navigator,
    Function<ResourceId, Page> serverPage,
    Consumer<String> told) {

  /** Goes to the page of a server, a key store, or a key. */
  void to(String resource) {
    VaultPages vaults = new VaultPages(services, navigator);
    ResourceId.parse(resource)
        .ifPresent(
            id -> {
              if (id.type().equalsIgnoreCase(ResourceId.SERVER)) {
                navigator.open(serverPage.apply(id));
              } else {
                find(resource, store -> store.id().equals(id), vaults::openStore);
              }
            });
    KeyIdentifier.parse(resource)
        .ifPresent(
            key ->
                find(
                    resource,
                    store -> store.host().equalsIgnoreCase(key.host()),
                    store -> vaults.openKey(store, key.versionless())));
  }

  private void find(String resource, Predicate<KeyStore> which, Consumer<KeyStore> found) {
    services.tasks().run(() -> search(resource, which), found, why -> tell(resource, why));
  }

  private void tell(String resource, CloudFailure why) {
    told.accept(Texts.text("practice.gone", resource, Texts.text("failure." + why.kind())));
  }

  private KeyStore search(String resource, Predicate<KeyStore> which) {
    List<KeyStore> found = new ArrayList<>();
    for (Subscription each : services.cloud().directory().subscriptions()) {
      for (KeyStore.Kind kind : KeyStore.Kind.values()) {
        services
            .cloud()
            .keyStores()
            .list(
                kind,
                each.id(),
                new Cancellation(),
                page -> page.stream().filter(which).forEach(found::add));
      }
    }
    return found.stream()
        .findFirst()
        .orElseThrow(
            () -> new CloudFailure(CloudFailure.Kind.NOT_FOUND, "ResourceNotFound", resource, ""));
  }
}
