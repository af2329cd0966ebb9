package dev.wrapkey.app;

import dev.wrapkey.provisioning.ManagedIdentity;
import dev.wrapkey.provisioning.ResourceId;
import dev.wrapkey.ui.control.PaneHost;
import dev.wrapkey.ui.encryption.IdentityCreation;
import dev.wrapkey.ui.encryption.KeyChanges;
import dev.wrapkey.ui.key.Scope;
import dev.wrapkey.ui.recovery.Exits;
import dev.wrapkey.ui.recovery.RecoveryView;
import dev.wrapkey.ui.recovery.RecoveryViewModel;
import dev.wrapkey.ui.server.ServerView.Blade;
import dev.wrapkey.ui.view.Views;
import dev.wrapkey.ui.watch.AlertsView;
import dev.wrapkey.ui.watch.AlertsViewModel;
import dev.wrapkey.ui.watch.WatchView;
import dev.wrapkey.ui.watch.WatchViewModel;
import java.util.SequencedMap;
import java.util.function.Consumer;

/**
 * Makes the blades of a server that tell whether it is well, and bring it back if it is not.
 *
 * @param services what they are made of
 * @param changes change the keys of servers
 * @param rotate opens the guided rotation of a server
 * @param creation opens the pane that makes identities
 */
record RecoveryPages(
    Services services, KeyChanges changes, Consumer<ResourceId> rotate, IdentityCreation creation) {

  static final String RECOVERY = "recovery";

  /**
   * Adds them.
   *
   * @param open opens a blade of the same server
   */
  void add(ResourceId server, SequencedMap<String, Blade> blades, Consumer<String> open) {
    RecoveryViewModel recovery =
        new RecoveryViewModel(
            services.cloud(),
            services.tasks(),
            services.time(),
            server,
            services.practice().map(PracticeSide::steering),
            (which, edit, stop, ended) -> changes.run(which, edit, _ -> {}, stop, ended));
    recovery.leadTo(exits(server, open));
    blades.put(
        RECOVERY,
        new Blade("watch", Views.load("recovery", new RecoveryView(recovery)), recovery::look));
    WatchViewModel watch =
        new WatchViewModel(services.cloud(), services.tasks(), services.time(), server);
    blades.put(
        "activity", new Blade("", Views.load("watch", new WatchView(watch)), watch::refresh));
    AlertsViewModel alerts =
        new AlertsViewModel(
            services.cloud(), services.tasks(), server, services.inspector().isPresent());
    blades.put(
        "alerts", new Blade("", Views.load("alerts", new AlertsView(alerts)), alerts::refresh));
  }

  private Exits exits(ResourceId server, Consumer<String> open) {
    return new Exits() {
      @Override
      public void rotate() {
        rotate.accept(server);
      }

      @Override
      public void encryption() {
        open.accept("encryption");
      }

      @Override
      public void alerts() {
        open.accept("alerts");
      }

      @Override
      public void identity(PaneHost host, Scope where, Consumer<ManagedIdentity> made) {
        creation.open(host, where, made);
      }
    };
  }
}
