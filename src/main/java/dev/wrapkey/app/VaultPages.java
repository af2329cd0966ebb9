package dev.wrapkey.app;

import dev.wrapkey.provisioning.KeyIdentifier;
import dev.wrapkey.provisioning.KeyStore;
import dev.wrapkey.time.SystemTime;
import dev.wrapkey.ui.navigation.Navigator;
import dev.wrapkey.ui.navigation.Page;
import dev.wrapkey.ui.navigation.Sections;
import dev.wrapkey.ui.navigation.Sections.Section;
import dev.wrapkey.ui.vault.KeyPageView;
import dev.wrapkey.ui.vault.KeyPageViewModel;
import dev.wrapkey.ui.vault.StoreView;
import dev.wrapkey.ui.vault.StoreViewModel;
import dev.wrapkey.ui.vault.VaultsView;
import dev.wrapkey.ui.vault.VaultsViewModel;
import dev.wrapkey.ui.view.Texts;
import java.util.List;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/**
 * Makes the pages of key stores and keys, and the strip that leads to them.
 *
 * @param services what they are made of
 * @param navigator the way from page to page
 */
record VaultPages(Services services, Navigator navigator) {

  static final String SERVERS = "section-servers";
  static final String VAULTS = "section-vaults";

  /** The strip of sections above a page. */
  Sections strip(String present) {
    return new Sections(
        List.of(
            new Section(SERVERS, Texts.text("shell.section.servers"), navigator::home),
            new Section(VAULTS, Texts.text("shell.section.vaults"), () -> navigator.open(list()))),
        present);
  }

  /** Goes to the page of a key. */
  void openKey(KeyStore store, KeyIdentifier key) {
    navigator.open(key(store, key));
  }

  private Page list() {
    VaultsViewModel vaults =
        new VaultsViewModel(
            services.cloud(),
            services.tasks(),
            new SystemTime(), // how old the list is, on the person's watch
            store -> navigator.open(store(store)));
    Page page = new VaultsView(vaults).page();
    VBox.setVgrow(page.content(), Priority.ALWAYS);
    return new Page(page.crumb(), new VBox(strip(VAULTS), page.content()), page.entered());
  }

  private Page store(KeyStore store) {
    return new StoreView(
            new StoreViewModel(
                services.cloud(),
                services.tasks(),
                services.time(),
                store,
                key -> navigator.open(key(store, key))))
        .page();
  }

  private Page key(KeyStore store, KeyIdentifier key) {
    return new KeyPageView(
            new KeyPageViewModel(services.cloud(), services.tasks(), services.time(), store, key))
        .page();
  }
}
