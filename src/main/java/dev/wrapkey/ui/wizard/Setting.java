package dev.wrapkey.ui.wizard;

import dev.wrapkey.catalog.Choices;
import dev.wrapkey.catalog.Fit;
import dev.wrapkey.catalog.Reset;
import dev.wrapkey.provisioning.Plan;
import java.util.List;
import java.util.function.UnaryOperator;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;

/**
 * A configuration that is kept to what can be chosen: each wish is fitted, and what else had to be
 * changed for it is told until the next wish. Several controls work on the same one.
 */
public final class Setting {

  private final ObjectProperty<Plan.Configuration> configuration;
  private final ObservableValue<Choices> choices;
  private final ReadOnlyObjectWrapper<List<String>> resets = new ReadOnlyObjectWrapper<>(List.of());

  private Plan.Configuration wished;
  private Plan.Configuration fitted;

  /**
   * @param configuration what is being chosen
   * @param choices what can be chosen
   */
  public Setting(
      ObjectProperty<Plan.Configuration> configuration, ObservableValue<Choices> choices) {
    this.configuration = configuration;
    this.choices = choices;
    wished = configuration.get();
    fitted = wished;
    choices.subscribe((was, is) -> refit());
  }

  /**
   * A person who steps through the regions passes some that offer less: each is fitted from what
   * was wished, not from what the one before made of it.
   */
  private void refit() {
    if (!configuration.get().equals(fitted)) {
      wished = configuration.get();
    }
    show(Fit.of(wished, choices.getValue()));
  }

  /** Changes the configuration as wished, as far as it goes; says what else changed. */
  public void wish(UnaryOperator<Plan.Configuration> wish) {
    take(Fit.of(wish.apply(configuration.get()), choices.getValue()));
  }

  /** Takes what has been fitted. */
  public void take(Fit fit) {
    wished = fit.configuration();
    show(fit);
  }

  private void show(Fit fit) {
    fitted = fit.configuration();
    configuration.set(fitted);
    resets.set(ResetText.of(fit.resets()));
  }

  /** Says something else that was changed, beside what is already told. */
  public void tell(Reset reset) {
    List<String> more = new java.util.ArrayList<>(resets.get());
    more.addAll(ResetText.of(List.of(reset)));
    resets.set(List.copyOf(more));
  }

  /** Tells no more of what was changed before. */
  public void hush() {
    resets.set(List.of());
  }

  public Plan.Configuration configuration() {
    return configuration.get();
  }

  public ObservableValue<Plan.Configuration> configurationProperty() {
    return configuration;
  }

  public Choices choices() {
    return choices.getValue();
  }

  public ObservableValue<Choices> choicesProperty() {
    return choices;
  }

  /** What had to be changed with the last wish or the last change of region; sentences. */
  public ReadOnlyObjectProperty<List<String>> resetsProperty() {
    return resets.getReadOnlyProperty();
  }
}
