package dev.wrapkey.ui.create.compute;

import dev.wrapkey.catalog.Choices;
import dev.wrapkey.catalog.ComputeSize;
import dev.wrapkey.catalog.Fit;
import dev.wrapkey.catalog.Processor;
import dev.wrapkey.catalog.Tier;
import dev.wrapkey.provisioning.Plan;
import dev.wrapkey.ui.wizard.Setting;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;

/** Tier, maker of processors and size. */
final class SizeChoice {

  private static final int USUAL_CORES = 2;

  private final Setting setting;
  private final ObservableValue<ComputeSize> size;
  private final ObservableValue<List<ComputeSize>> sizes;
  private final ObservableValue<List<Processor>> processors;

  SizeChoice(Setting setting) {
    this.setting = setting;
    var now = setting.configurationProperty();
    var choices = setting.choicesProperty();
    size = Bindings.createObjectBinding(this::present, now, choices);
    sizes = Bindings.createObjectBinding(this::listed, now, choices);
    processors = Bindings.createObjectBinding(() -> choices().processors(tier()), now, choices);
  }

  /** The chosen size; one that nobody knows any more as the plan describes it. */
  ObservableValue<ComputeSize> sizeProperty() {
    return size;
  }

  /** The sizes of the chosen tier and maker, newest series first. */
  ObservableValue<List<ComputeSize>> sizesProperty() {
    return sizes;
  }

  /** The makers among the sizes of the tier; the choice is hidden where there is one or none. */
  ObservableValue<List<Processor>> processorsProperty() {
    return processors;
  }

  Tier tier() {
    return present().tier();
  }

  boolean offers(Tier tier) {
    return !choices().sizes(tier).isEmpty();
  }

  void choose(ComputeSize chosen) {
    put(chosen.compute());
  }

  void choose(Tier tier) {
    if (tier != tier()) {
      nearest(tier, present().processor(), choices().sizes(tier), USUAL_CORES)
          .ifPresent(s -> put(s.compute()));
    }
  }

  void choose(Processor maker) {
    if (maker != present().processor()) {
      List<ComputeSize> made =
          choices().sizes(tier()).stream().filter(s -> s.processor() == maker).toList();
      nearest(tier(), maker, made, present().vCores()).ifPresent(s -> put(s.compute()));
    }
  }

  private Optional<ComputeSize> nearest(
      Tier tier, Processor maker, List<ComputeSize> among, int cores) {
    if (tier == Tier.BURSTABLE) {
      return among.stream().findFirst();
    }
    return Fit.nearest(
        new ComputeSize(
            tier, "Standard_X" + cores + (maker == Processor.AMD ? "ads" : "ds"), cores, 0, 0),
        among);
  }

  private void put(Plan.Compute compute) {
    setting.wish(now -> now.withCompute(compute));
  }

  private Choices choices() {
    return setting.choices();
  }

  private ComputeSize present() {
    Plan.Compute now = setting.configuration().compute();
    return choices()
        .size(now.sku())
        .orElseGet(
            () ->
                new ComputeSize(
                    Tier.of(now.tier()).orElse(Tier.GENERAL_PURPOSE),
                    now.sku(),
                    now.vCores(),
                    now.memoryGib(),
                    0));
  }

  private List<ComputeSize> listed() {
    Tier tier = tier();
    boolean several = choices().processors(tier).size() > 1;
    return choices().sizes(tier).stream()
        .filter(s -> !several || s.processor() == present().processor())
        .sorted(
            Comparator.comparing(ComputeSize::generation, Comparator.reverseOrder())
                .thenComparing(ComputeSize::series, bySeries(tier))
                .thenComparing(ComputeSize::vCores)
                .thenComparing(ComputeSize::memoryGib))
        .toList();
  }

  /** The names of burstable sizes have no series: B2s and B2ms stand side by side. */
  private static Comparator<String> bySeries(Tier tier) {
    return tier == Tier.BURSTABLE ? (one, other) -> 0 : Comparator.naturalOrder();
  }
}
