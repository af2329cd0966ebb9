package dev.wrapkey.app;

import dev.wrapkey.provisioning.ResourceId;
import dev.wrapkey.ui.navigation.Navigator;
import dev.wrapkey.ui.rotation.RotationView;
import dev.wrapkey.ui.rotation.RotationViewModel;
import dev.wrapkey.ui.waves.WavesView;
import dev.wrapkey.ui.waves.WavesViewModel;

/**
 * Makes the pages on which keys are rotated.
 *
 * @param services what they are made of
 * @param ongoing the rotations behind them
 * @param navigator the way from page to page
 */
record RotationPages(Services services, Ongoing ongoing, Navigator navigator) {

  /** Has whoever knows of a rotation lead here. */
  void lead() {
    ongoing.rotations().onOpen(this::openOne);
    ongoing.keyChanges().onRotate(this::openOne);
    ongoing.waves().onOpen(this::openMany);
  }

  /** Opens the rotation of one server. */
  void openOne(ResourceId server) {
    RotationViewModel rotation =
        new RotationViewModel(
            services.cloud(),
            services.tasks(),
            services.time(),
            server,
            ongoing.rotations(),
            new Checks(services, navigator)::panel);
    rotation.settle(new VaultPages(services, navigator)::openKey, services::profile);
    navigator.open(new RotationView(rotation).page());
  }

  /** Opens the page of many servers, with a run of it unless its id is empty. */
  void openMany(String id) {
    WavesViewModel waves =
        new WavesViewModel(
            services.cloud(), services.tasks(), ongoing.waves(), services.host().dialogs(), id);
    navigator.open(new WavesView(waves).page());
  }
}
