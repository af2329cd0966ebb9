package dev.wrapkey.ui.copy;

import dev.wrapkey.catalog.ComputeSize;
import dev.wrapkey.catalog.Disk;
import dev.wrapkey.catalog.PremiumV2;
import dev.wrapkey.catalog.Tier;
import dev.wrapkey.provisioning.Origin;
import dev.wrapkey.provisioning.Plan;
import dev.wrapkey.rules.BackupCheck;
import dev.wrapkey.rules.Finding;
import dev.wrapkey.rules.StorageCheck;
import dev.wrapkey.ui.view.Texts;
import dev.wrapkey.ui.wizard.Draft;
import dev.wrapkey.ui.wizard.RegionOffers;
import java.util.List;
import java.util.function.UnaryOperator;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.ObjectBinding;
import javafx.beans.binding.StringBinding;
import javafx.beans.value.ObservableValue;

/**
 * What of compute, storage and backups a copy may have otherwise than its source. A restored
 * server: type of storage and geo-redundancy; a replica: as many vCores and as much storage, or
 * more (portal specification 9.1, 9.2).
 */
final class CopySizeViewModel {

  private final Source source;
  private final Draft draft;
  private final RegionOffers offers;
  private final ObjectBinding<List<ComputeSize>> sizes;
  private final ObjectBinding<List<Disk>> disks;
  private final ObjectBinding<List<Disk>> tiers;
  private final StringBinding v2Refusal;
  private final StringBinding geoRefusal;

  CopySizeViewModel(Source source, Draft draft, RegionOffers offers) {
    this.source = source;
    this.draft = draft;
    this.offers = offers;
    var choices = offers.choicesProperty();
    sizes = Bindings.createObjectBinding(this::bigger, choices);
    disks = Bindings.createObjectBinding(this::larger, choices);
    tiers =
        Bindings.createObjectBinding(
            () -> offers.choices().tiersFrom(now().storage().sizeGib()),
            choices,
            draft.planProperty());
    v2Refusal = Bindings.createStringBinding(this::v2Refusal, choices, draft.planProperty());
    geoRefusal =
        Bindings.createStringBinding(
            () -> BackupCheck.geo(offers.choices()).map(Finding::message).orElse(""), choices);
  }

  private List<ComputeSize> bigger() {
    int least = source.compute().vCores();
    return offers.choices().sizes().stream()
        .filter(size -> size.tier() != Tier.BURSTABLE && size.vCores() >= least)
        .toList();
  }

  private List<Disk> larger() {
    int least = source.server().setup().storage().sizeGib();
    return offers.choices().disks().stream().filter(disk -> disk.sizeGib() >= least).toList();
  }

  private String v2Refusal() {
    return source.server().setup().storage().isPremiumV2()
        ? Texts.text("copy.storage.stays")
        : StorageCheck.v2Refusal(now(), offers.choices()).map(Finding::message).orElse("");
  }

  boolean isReplica() {
    return draft.plan().origin().filter(Origin::isReplica).isPresent();
  }

  void chooseType(String type) {
    boolean wanted = type.equals(Plan.Storage.PREMIUM_V2);
    if (wanted && v2Refusal.get().isEmpty()) {
      change(c -> c.withStorage(PremiumV2.disk(c.storage().sizeGib())));
    } else if (!wanted) {
      change(c -> c.withStorage(source.server().setup().storage()));
    }
  }

  void chooseGeo(boolean on) {
    if (!on || geoRefusal.get().isEmpty()) {
      change(c -> c.withBackup(new Plan.Backup(c.backup().retentionDays(), on)));
    }
  }

  void chooseSize(ComputeSize size) {
    change(c -> c.withCompute(size.compute()));
  }

  /** The performance tier becomes the new size's own. */
  void chooseDisk(Disk disk) {
    put(disk.sizeGib(), disk);
  }

  /** The tier of the size, or one above (STO-3). */
  void chooseTier(Disk tier) {
    put(now().storage().sizeGib(), tier);
  }

  private void put(int gib, Disk tier) {
    boolean grows = now().storage().autoGrow();
    change(
        c ->
            c.withStorage(
                new Plan.Storage(Plan.Storage.PREMIUM, gib, tier.tier(), tier.iops(), 0, grows)));
  }

  private void change(UnaryOperator<Plan.Configuration> change) {
    Plan.Configuration next = change.apply(now());
    if (!next.equals(now())) {
      draft.configurationProperty().set(next);
    }
  }

  private Plan.Configuration now() {
    return draft.configurationProperty().get();
  }

  ObservableValue<Plan.Configuration> configurationProperty() {
    return draft.configurationProperty();
  }

  ObservableValue<List<ComputeSize>> sizesProperty() {
    return sizes;
  }

  ObservableValue<List<Disk>> disksProperty() {
    return disks;
  }

  /** The chosen size, as it stands in the list; null if it is not in there. */
  ObservableValue<ComputeSize> sizeProperty() {
    return Bindings.createObjectBinding(
        () ->
            sizes.get().stream()
                .filter(size -> size.sku().equals(now().compute().sku()))
                .findFirst()
                .orElse(null),
        sizes,
        draft.configurationProperty());
  }

  /** The chosen disk, as it stands in the list; null if it is not in there. */
  ObservableValue<Disk> diskProperty() {
    return Bindings.createObjectBinding(
        () ->
            disks.get().stream()
                .filter(disk -> disk.sizeGib() == now().storage().sizeGib())
                .findFirst()
                .orElse(null),
        disks,
        draft.configurationProperty());
  }

  ObservableValue<List<Disk>> tiersProperty() {
    return tiers;
  }

  /** The disk whose performance tier is chosen; null if it is not in the list. */
  ObservableValue<Disk> tierProperty() {
    return Bindings.createObjectBinding(
        () ->
            tiers.get().stream()
                .filter(disk -> disk.tier().equals(now().storage().performanceTier()))
                .findFirst()
                .orElse(null),
        tiers,
        draft.configurationProperty());
  }

  /** Why the type of storage cannot be Premium SSD v2, or cannot be changed; empty if it can. */
  StringBinding v2RefusalProperty() {
    return v2Refusal;
  }

  /** Why backups cannot be geo-redundant; empty if they can. */
  StringBinding geoRefusalProperty() {
    return geoRefusal;
  }
}
