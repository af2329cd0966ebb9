package dev.wrapkey.ui.key;

import dev.wrapkey.provisioning.Cancellation;
import dev.wrapkey.provisioning.Cloud;
import dev.wrapkey.provisioning.CloudFailure;
import dev.wrapkey.provisioning.KeyStore;
import dev.wrapkey.provisioning.KeyStore.Network;
import dev.wrapkey.provisioning.ResourceId;
import dev.wrapkey.provisioning.VaultMaking;
import dev.wrapkey.provisioning.VaultOrder;
import dev.wrapkey.rules.Finding;
import dev.wrapkey.rules.NewName;
import dev.wrapkey.time.Time;
import dev.wrapkey.ui.form.Making;
import dev.wrapkey.ui.form.PaneForm;
import dev.wrapkey.ui.form.PlaceViewModel;
import dev.wrapkey.ui.form.PlaceViewModel.Chosen;
import dev.wrapkey.ui.form.PlaceViewModel.Freedom;
import dev.wrapkey.ui.task.Tasks;
import dev.wrapkey.ui.view.Texts;
import dev.wrapkey.ui.wizard.Input;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.jspecify.annotations.Nullable;

/**
 * A new key vault in the server's subscription and region, with everything set that data encryption
 * wants (portal specification 3.6, CMK-5 to CMK-8, CMK-12).
 */
public final class NewVaultViewModel implements PaneForm {

  private static final int SHORTEST = 7;
  private static final int LONGEST = 90;

  private final Cloud cloud;
  private final Time time;
  private final Consumer<KeyStore> made;
  private final Making making;
  private final PlaceViewModel place;
  private final VaultNameCheck names;
  private final MakerRight right;
  private final Input name;
  private final Input days = new Input(String.valueOf(LONGEST), NewVaultViewModel::daysProblem);
  private final BooleanProperty premium = new SimpleBooleanProperty();
  private final BooleanProperty purge = new SimpleBooleanProperty(true);
  private final BooleanProperty roles = new SimpleBooleanProperty(true);
  private final ObjectProperty<Network> network = new SimpleObjectProperty<>(Network.ALL);

  /**
   * @param time the cloud's clock, on which a vault is made
   * @param watch the person's time, on which typing pauses
   * @param scope the server's place
   * @param made is told the vault when it can be reached
   */
  public NewVaultViewModel(
      Cloud cloud, Tasks tasks, Time time, Time watch, Scope scope, Consumer<KeyStore> made) {
    this.cloud = cloud;
    this.time = time;
    this.made = made;
    making = new Making(tasks);
    right = new MakerRight(cloud, tasks);
    place = new PlaceViewModel(cloud, tasks, scope.subscription(), scope.region(), Freedom.GIVEN);
    names = new VaultNameCheck(cloud.newVaults(), tasks, watch);
    name = new Input("", this::nameProblem, names.refusalProperty());
    name.valueProperty().subscribe(text -> names.follow(scope.subscription().id(), text));
    making.failureProperty().subscribe(this::told);
  }

  private Optional<String> nameProblem(String text) {
    return NewName.vault(text).map(Finding::message).or(() -> names.refusalOf(text));
  }

  private static Optional<String> daysProblem(String text) {
    boolean legal =
        text.matches("[0-9]{1,2}")
            && Integer.parseInt(text) >= SHORTEST
            && Integer.parseInt(text) <= LONGEST;
    return legal ? Optional.empty() : Optional.of(Texts.text("key.newvault.days.illegal"));
  }

  private void told(@Nullable CloudFailure why) {
    right.forget();
    if (why != null) {
      place.chosen().ifPresent(where -> right.follow(where, why));
    }
    if (why != null && tells(why)) {
      names.refuse(name.text(), why.details());
    }
  }

  @Override
  public boolean tells(CloudFailure why) {
    return why.kind() == CloudFailure.Kind.NAME_TAKEN;
  }

  @Override
  public void submit(Runnable done) {
    name.ask();
    place.ask();
    place
        .chosen()
        .filter(where -> name.validProperty().get() && days.validProperty().get())
        .ifPresent(
            where ->
                making.start(
                    cancellation -> make(where, order(where), cancellation),
                    vault -> {
                      made.accept(vault);
                      done.run();
                    }));
  }

  private VaultOrder order(Chosen where) {
    return new VaultOrder(
        new ResourceId(where.subscription(), where.group(), ResourceId.VAULT, name.text()),
        where.region(),
        premium.get(),
        Integer.parseInt(days.text()),
        purge.get(),
        roles.get(),
        network.get(),
        List.of());
  }

  private KeyStore make(Chosen where, VaultOrder order, Cancellation cancellation) {
    where.prepare(cloud.directory());
    return new VaultMaking(cloud, time).make(letIn(order), cancellation);
  }

  /** Where only selected networks reach the keys, this computer is one of them. */
  private VaultOrder letIn(VaultOrder order) {
    return order.network() == Network.SELECTED_AND_TRUSTED
        ? order.withAddresses(List.of(cloud.networks().clientAddress()))
        : order;
  }

  @Override
  public Making making() {
    return making;
  }

  /** What the account lacks, if it was refused. */
  MakerRight right() {
    return right;
  }

  PlaceViewModel place() {
    return place;
  }

  Input name() {
    return name;
  }

  /** True while the cloud is asked whether the name is free. */
  ReadOnlyBooleanProperty askingProperty() {
    return names.askingProperty();
  }

  /** For how many days deleted keys are kept. */
  Input days() {
    return days;
  }

  BooleanProperty premiumProperty() {
    return premium;
  }

  /** Purge protection. */
  BooleanProperty purgeProperty() {
    return purge;
  }

  /** True for role assignments, false for access policies. */
  BooleanProperty rolesProperty() {
    return roles;
  }

  ObjectProperty<Network> networkProperty() {
    return network;
  }
}
