package dev.wrapkey.app;

import dev.wrapkey.health.Survey;
import dev.wrapkey.health.Traces;
import dev.wrapkey.provisioning.KeyIdentifier;
import dev.wrapkey.provisioning.KeyStore;
import dev.wrapkey.provisioning.ResourceId;
import dev.wrapkey.rotation.WrapProof;
import dev.wrapkey.ui.health.Destinations;
import dev.wrapkey.ui.health.HealthView;
import dev.wrapkey.ui.health.HealthViewModel;
import dev.wrapkey.ui.navigation.Navigator;
import dev.wrapkey.ui.navigation.Page;
import java.util.function.BiFunction;

/**
 * Makes the page of the keys of all servers.
 *
 * @param services what it is made of
 * @param navigator the way from page to page
 * @param rotations the pages on which keys are rotated
 * @param blades makes a page of a server
 */
record HealthPages(
    Services services,
    Navigator navigator,
    RotationPages rotations,
    BiFunction<ResourceId, String, Page> blades)
    implements Destinations {

  /** A page that has not looked yet. */
  Page page() {
    HealthViewModel.Means means =
        new HealthViewModel.Means(
            survey(),
            services.time(),
            services.tasks(),
            services.host().dialogs(),
            services.host().memory());
    return new HealthView(new HealthViewModel(means, this)).page();
  }

  private Survey survey() {
    return new Survey(
        services.cloud(),
        services.time(),
        server -> Thread.ofVirtual().start(server),
        services::profile,
        new Traces(
            services.ledgers(), services.rotations(), services.inspector().map(WrapProof::of)));
  }

  @Override
  public void encryption(ResourceId server) {
    navigator.open(blades.apply(server, "encryption"));
  }

  @Override
  public void recovery(ResourceId server) {
    navigator.open(blades.apply(server, RecoveryPages.RECOVERY));
  }

  @Override
  public void rotation(ResourceId server) {
    rotations.openOne(server);
  }

  @Override
  public void key(KeyStore store, KeyIdentifier key) {
    vaults().openKey(store, key);
  }

  @Override
  public void store(KeyStore store) {
    vaults().openStore(store);
  }

  @Override
  public void rule(String id) {
    navigator.open(vaults().rule(id));
  }

  private VaultPages vaults() {
    return new VaultPages(services, navigator);
  }
}
