package dev.wrapkey.app;

import dev.wrapkey.provisioning.KeyIdentifier;
import dev.wrapkey.provisioning.KeyStore;
import dev.wrapkey.provisioning.Ledger;
import dev.wrapkey.rules.Loss;
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
import dev.wrapkey.ui.vault.BreakingView;
import dev.wrapkey.ui.vault.BreakingViewModel;
import dev.wrapkey.ui.vault.KeyPageView;
import dev.wrapkey.ui.vault.KeyPageViewModel;
import dev.wrapkey.ui.vault.StoreView;
import dev.wrapkey.ui.vault.StoreViewModel;
import dev.wrapkey.ui.vault.VaultsView;
import dev.wrapkey.ui.vault.VaultsViewModel;
import dev.wrapkey.ui.view.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/**
 * Makes the pages of key stores and keys, of the rules and the record, and the strip that leads to
 * them.
 *
 * @param services what they are made of
 * @param navigator the way from page to page
 * @param health the page that the strip leads to too, where one is shown
 */
record VaultPages(Services services, Navigator navigator, Optional<HealthPages> health) {

  static final String SERVERS = "section-servers";
  static final String VAULTS = "section-vaults";
  static final String RULES = "section-rules";
  static final String RECORD = "section-record";
  static final String HEALTH = "section-health";

  /** Pages without a strip. */
  VaultPages(Services services, Navigator navigator) {
    this(services, navigator, Optional.empty());
  }

  /** The strip of sections above a page. Sections take each other's place above the servers. */
  Sections strip(String present) {
    Consumer<Page> go = present.equals(SERVERS) ? navigator::open : navigator::replace;
    List<Section> sections = new ArrayList<>();
    sections.add(new Section(SERVERS, Texts.text("shell.section.servers"), navigator::home));
    health.ifPresent(
        pages ->
            sections.add(
                new Section(
                    HEALTH,
                    Texts.text("shell.section.health"),
                    () -> go.accept(below(HEALTH, pages.page())))));
    sections.addAll(
        List.of(
            new Section(VAULTS, Texts.text("shell.section.vaults"), () -> go.accept(list())),
            new Section(RULES, Texts.text("shell.section.rules"), () -> go.accept(rules())),
            new Section(RECORD, Texts.text("shell.section.record"), () -> go.accept(record()))));
    return new Sections(sections, present);
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
            services.time(),
            store -> navigator.open(store(store)));
    vaults.breakWith(() -> breaking("", loss -> true));
    return below(VAULTS, new VaultsView(vaults).page());
  }

  private Page store(KeyStore store) {
    StoreViewModel one =
        new StoreViewModel(
            services.cloud(),
            services.tasks(),
            services.time(),
            store,
            key -> navigator.open(key(store, key)));
    one.breakWith(what -> breaking(store.id().toString(), what::isInstance));
    return new StoreView(one).page();
  }

  /** Opens the page that says what an act breaks, beginning with a thing and an act on it. */
  void breaking(String id, Predicate<Loss> act) {
    BreakingViewModel asks =
        new BreakingViewModel(
            services.cloud(),
            services.tasks(),
            services.time(),
            read -> Ledger.originOf(services.ledgers(), read.id(), read.setup().created()),
            services.host().dialogs());
    asks.about(id, act);
    navigator.open(new BreakingView(asks).page());
  }

  private Page key(KeyStore store, KeyIdentifier key) {
    return new KeyPageView(
            new KeyPageViewModel(services.cloud(), services.tasks(), services.time(), store, key))
        .page();
  }
}
