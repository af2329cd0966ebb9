package dev.wrapkey.ui.health;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wrapkey.health.Gap;
import dev.wrapkey.health.HealthLine;
import dev.wrapkey.health.Survey;
import dev.wrapkey.health.Traces;
import dev.wrapkey.health.Watched;
import dev.wrapkey.health.Way;
import dev.wrapkey.provisioning.KeyIdentifier;
import dev.wrapkey.provisioning.KeyStore;
import dev.wrapkey.provisioning.ResourceId;
import dev.wrapkey.rules.Profile;
import dev.wrapkey.ui.InMemory;
import dev.wrapkey.ui.Practice;
import dev.wrapkey.ui.file.FileDialogs;
import dev.wrapkey.ui.health.HealthViewModel.Kind;
import dev.wrapkey.ui.task.Listing;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

class HealthViewModelTest {

  @RegisterExtension static final Practice PRACTICE = new Practice();

  @TempDir Path folder;
  private final List<String> went = new ArrayList<>();
  private final Watched cloud = new Watched(PRACTICE.cloud());
  private final HealthViewModel page = page();

  private HealthViewModel page() {
    Survey survey =
        new Survey(
            cloud.cloud(),
            PRACTICE.time(),
            Runnable::run,
            () -> Profile.CURRENT,
            new Traces(Path.of("none"), Path.of("none"), Optional.empty()));
    return new HealthViewModel(
        new HealthViewModel.Means(
            survey, PRACTICE.time(), Practice.tasks(), new OneFolder(), new InMemory()),
        new Written());
  }

  private HealthLine line(String server) {
    return page.all().stream()
        .filter(each -> each.server().name().equals(server))
        .findFirst()
        .orElseThrow();
  }

  private Gap gap(String server, String rule) {
    return line(server).gaps().stream()
        .filter(each -> each.rule().equals(rule))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void theTilesCountServersAndNotKeys() {
    page.enter();
    assertThat(page.stateProperty().get()).isEqualTo(Listing.State.READY);
    assertThat(page.tallyProperty().get()).isEqualTo(new HealthViewModel.Tally(6, 6, 1, 1, 0));
    assertThat(page.all()).hasSize(7);
  }

  @Test
  void eachFilterNarrowsAndTogetherTheyNarrowMore() {
    page.enter();
    page.filters().value(Facet.REGION).set("North Europe");
    assertThat(page.filters().shown()).hasSize(2);
    page.filters().value(Facet.VAULT).set("kv-billing-weu");
    assertThat(page.filters().shown()).hasSize(1);
    page.filters().clear();
    page.filters().textProperty().set("CMK-16");
    assertThat(page.filters().shown())
        .extracting(each -> each.server().name())
        .containsExactly("payroll-pg");
    page.filters().clear();
    assertThat(page.filters().offered(Facet.URGENCY))
        .containsExactly("", "Trouble", "Warning", "Advice", "Good");
  }

  @Test
  void whoComesBackFromWhereThingsAreMendedSeesItAnew() {
    page.enter();
    int asked = cloud.asked().size();
    page.enter();
    assertThat(cloud.asked()).as("nothing can have changed").hasSize(asked);
    page.detail(line("orders-pg")).go(gap("orders-pg", "CMK-42"), Way.ROTATION);
    assertThat(went).containsExactly("rotation orders-pg");
    page.enter();
    assertThat(cloud.asked()).hasSizeGreaterThan(asked);
  }

  @Test
  void everyGapLeadsToWhereItIsMended() {
    page.enter();
    Detail detail = page.detail(line("payroll-pg"));
    assertThat(detail.ways(gap("payroll-pg", "CMK-16"))).containsExactly(Way.RECOVERY, Way.KEY);
    detail.go(gap("payroll-pg", "CMK-16"), Way.RECOVERY);
    detail.go(gap("payroll-pg", "CMK-16"), Way.KEY);
    detail.go(gap("payroll-pg", "REC-1"), Way.STORE);
    detail.openRule(gap("payroll-pg", "REC-1"));
    detail.openServer();
    assertThat(went)
        .containsExactly(
            "recovery payroll-pg",
            "key payroll-kek",
            "store kv-payroll-uks",
            "rule REC-1",
            "encryption payroll-pg");
  }

  @Test
  void whatIsShownIsSavedTheWorstFirst() throws IOException {
    page.enter();
    page.filters().textProperty().set("eastus/");
    page.filters().textProperty().set("-kek");
    page.save(Kind.CSV);
    String text = Files.readString(folder.resolve("key-health-2026-03-02.csv"));
    assertThat(text.indexOf("payroll-pg")).isLessThan(text.indexOf("orders-pg"));
    assertThat(text).doesNotContain("ledger-pg");
    assertThat(page.savedProperty().get().orElseThrow().failed()).isFalse();
  }

  @Test
  void aFileThatCannotBeWrittenIsSaid() throws IOException {
    page.enter();
    Files.createDirectory(folder.resolve("key-health-2026-03-02.html"));
    page.save(Kind.HTML);
    assertThat(page.savedProperty().get().orElseThrow().failed()).isTrue();
  }

  /** Saves everything in one folder. */
  private final class OneFolder implements FileDialogs {

    @Override
    public Optional<Path> open() {
      return Optional.empty();
    }

    @Override
    public Optional<Path> save(String name) {
      return Optional.empty();
    }

    @Override
    public Optional<Path> report(String name) {
      return Optional.of(folder.resolve(name));
    }

    @Override
    public Optional<Path> folder() {
      return Optional.empty();
    }

    @Override
    public Optional<Path> certificate() {
      return Optional.empty();
    }
  }

  private final class Written implements Destinations {

    @Override
    public void encryption(ResourceId server) {
      went.add("encryption " + server.name());
    }

    @Override
    public void recovery(ResourceId server) {
      went.add("recovery " + server.name());
    }

    @Override
    public void rotation(ResourceId server) {
      went.add("rotation " + server.name());
    }

    @Override
    public void key(KeyStore store, KeyIdentifier key) {
      went.add("key " + key.key());
    }

    @Override
    public void store(KeyStore store) {
      went.add("store " + store.name());
    }

    @Override
    public void rule(String id) {
      went.add("rule " + id);
    }
  }
}
