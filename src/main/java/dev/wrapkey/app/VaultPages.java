package dev.wrapkey.app;

import dev.wrapkey.provisioning.KeyIdentifier;
import dev.wrapkey.provisioning.KeyStore;
import dev.wrapkey.rules.RulePack;
import dev.wrapkey.time.SystemTime;
import dev.wrapkey.ui.navigation.Navigator;
import dev.wrapkey.ui.navigation.Page;
import dev.wrapkey.ui.navigation.Sections;
import dev.wrapkey.ui.navigation.Sections.Section;
import dev.wrapkey.ui.record.RecordView;
import dev.wrapkey.ui.record.RecordViewModel;
import dev.wrapkey.ui.rulebook.RulebookView;
import dev.wrapkey.ui.rulebook.RulebookViewModel;
import dev.wrapkey.ui.vault.KeyPageView;
import dev.wrapkey.ui.vault.KeyPageViewModel;
import dev.wrapkey.ui.vault.StoreView;
import dev.wrapkey.ui.vault.StoreViewModel;
import dev.wrapkey.ui.vault.VaultsView;
import dev.wrapkey.ui.vault.VaultsViewModel;
import dev.wrapkey.ui.view.Texts;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/**
 * Makes the pages of key stores and keys, of the rules and the record, and the strip that leads to
 * them.
 *
 * @param services what they are made of
 * @param navigator the way from page to page
 */
record VaultPages(Services services, Navigator navigator) {

  static final String SERVERS = "section-servers";
  static final String VAULTS = "section-vaults";
  static final String RULES = "section-rules";
  static final String RECORD = "section-record";

  /** The strip of sections above a page. Sections take each other's place above the servers. */
  Sections strip(String present) {
    Consumer<Page> go = present.equals(SERVERS) ? navigator::open : navigator::replace;
    return new Sections(
        List.of(
            new Section(SERVERS, Texts.text("shell.section.servers"), navigator::home),
            new Section(VAULTS, Texts.text("shell.section.vaults"), () -> go.accept(list())),
            new Section(RULES, Texts.text("shell.section.rules"), () -> go.accept(rules())),
            new Section(RECORD, Texts.text("shell.section.record"), () -> go.accept(record()))),
        present);
  }

  private Page rules() {
    return below(RULES, rulebook().page());
  }

  private Page record() {
    RecordViewModel record =
        new RecordViewModel(
            services.changes(), services.tasks(), services.time(), services.host().dialogs());
    return below(RECORD, new RecordView(record).page());
  }

  /** The rules, one of them chosen. */
  Page rule(String id) {
    return rulebook().page(id);
  }

  private static RulebookView rulebook() {
    return new RulebookView(new RulebookViewModel(RulePack.all()));
  }

  private Page below(String section, Page page) {
    VBox.setVgrow(page.content(), Priority.ALWAYS);
    return new Page(page.crumb(), new VBox(strip(section), page.content()), page.entered());
  }

  /** Goes to the page of a key. */
  void openKey(KeyStore store, KeyIdentifier key) {
    navigator.open(key(store, key));
  }

  /** Goes to the page of a key store. */
  void openStore(KeyStore store) {
    navigator.open(store(store));
  }

  private Page list() {
    VaultsViewModel vaults =
        new VaultsViewModel(
            services.cloud(),
            services.tasks(),
            new SystemTime(), // how old the list is, on the person's watch
            store -> navigator.open(store(store)));
    return below(VAULTS, new VaultsView(vaults).page());
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
