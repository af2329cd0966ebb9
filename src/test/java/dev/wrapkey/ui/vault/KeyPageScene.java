package dev.wrapkey.ui.vault;

import dev.wrapkey.provisioning.Key;
import dev.wrapkey.provisioning.KeyIdentifier;
import dev.wrapkey.provisioning.KeyStore;
import dev.wrapkey.rules.KeyImpact.Dependent;
import dev.wrapkey.ui.Practice;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;

/** Pages of keys over a practice cloud of each test's own. */
abstract class KeyPageScene {

  final Practice practice = Practice.opened();

  @AfterEach
  void close() {
    practice.close();
  }

  KeyPageViewModel page(String store, String key) {
    return page(new SwayedCloud(practice.cloud()), store, key);
  }

  KeyPageViewModel page(SwayedCloud cloud, String store, String key) {
    KeyStore where = practice.store(store);
    KeyPageViewModel page =
        new KeyPageViewModel(
            cloud,
            Practice.tasks(),
            practice.time(),
            where,
            KeyIdentifier.of("https://" + where.host() + "/keys/" + key));
    page.refresh();
    return page;
  }

  KeyState state(KeyPageViewModel page) {
    return page.stateProperty().get().orElseThrow();
  }

  Key pinned(KeyPageViewModel page) {
    KeyIdentifier used = practice.server("orders-pg").encryption().key().orElseThrow();
    KeyState.Living living = (KeyState.Living) state(page);
    page.choose(living.versions().stream().filter(v -> v.id().equals(used)).findFirst());
    return page.chosenProperty().get().orElseThrow();
  }

  static ImpactViewModel looked(ImpactViewModel question) {
    question.look();
    return question;
  }

  static List<Dependent> dependents(ImpactViewModel question) {
    return question.findingsProperty().get().orElseThrow().impact().dependents();
  }

  void hourLater() {
    practice.time().jump(Duration.ofMinutes(61));
  }

  String orders() {
    return practice.server("orders-pg").state();
  }
}
