package dev.wrapkey.ui.create.security;

import dev.wrapkey.catalog.Catalog;
import dev.wrapkey.catalog.RegionFacts;
import dev.wrapkey.provisioning.Cloud;
import dev.wrapkey.provisioning.GeoEncryption;
import dev.wrapkey.provisioning.ManagedIdentity;
import dev.wrapkey.provisioning.Plan;
import dev.wrapkey.rules.Finding;
import dev.wrapkey.rules.GeoKeyCheck;
import dev.wrapkey.time.Time;
import dev.wrapkey.ui.choice.ChoiceViewModel;
import dev.wrapkey.ui.key.Scope;
import dev.wrapkey.ui.task.Tasks;
import java.util.Objects;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanExpression;
import javafx.beans.binding.StringBinding;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.jspecify.annotations.Nullable;

/**
 * The second key: it protects the copies of backups in the paired region. Needed exactly when
 * backups are geo-redundant and the server's own key is customer-managed.
 */
public final class GeoViewModel {

  private final ChoiceViewModel choice;
  private final ReadOnlyBooleanWrapper needed = new ReadOnlyBooleanWrapper();
  private final ReadOnlyBooleanWrapper dropped = new ReadOnlyBooleanWrapper();
  private final ReadOnlyStringWrapper region = new ReadOnlyStringWrapper("");
  private final StringBinding sameIdentity;
  private final BooleanExpression complete;

  GeoViewModel(Cloud cloud, Tasks tasks, Time time, ChoiceViewModel primary) {
    choice = new ChoiceViewModel(cloud, tasks, time);
    sameIdentity =
        Bindings.createStringBinding(
            () -> sameIdentity(primary.identityProperty().get()),
            primary.identityProperty(),
            choice.identityProperty());
    complete = needed.not().or(choice.completeProperty().and(sameIdentity.isEmpty()));
  }

  /** The wizard's other tabs have spoken: where the copies go, if anywhere. */
  void enter(Plan plan) {
    boolean wanted = plan.configuration().backup().geoRedundant();
    String pair =
        wanted ? Catalog.region(plan.basics().region()).flatMap(RegionFacts::pair).orElse("") : "";
    region.set(pair);
    needed.set(wanted);
    dropped.set(!wanted && (dropped.get() || isChosen()));
    Scope scope = pair.isEmpty() ? null : new Scope(plan.basics().subscription(), pair);
    if (!Objects.equals(scope, choice.scopeProperty().get())) {
      choice.forget();
      choice.scopeProperty().set(scope);
    }
  }

  /** What was chosen, if it is needed and there. */
  Optional<GeoEncryption> chosen() {
    ManagedIdentity identity = choice.identityProperty().get();
    return needed.get() && identity != null
        ? choice
            .keyProperty()
            .get()
            .map(key -> new GeoEncryption(key, identity.id(), Optional.empty()))
        : Optional.empty();
  }

  private boolean isChosen() {
    return choice.identityProperty().get() != null || choice.keyProperty().get().isPresent();
  }

  private String sameIdentity(@Nullable ManagedIdentity primary) {
    ManagedIdentity second = choice.identityProperty().get();
    return primary == null || second == null
        ? ""
        : GeoKeyCheck.identities(primary.id(), second.id()).map(Finding::message).orElse("");
  }

  ChoiceViewModel choice() {
    return choice;
  }

  /** True while backups are geo-redundant. */
  ReadOnlyBooleanProperty neededProperty() {
    return needed.getReadOnlyProperty();
  }

  /** True after a second key was chosen and geo-redundancy taken back. */
  ReadOnlyBooleanProperty droppedProperty() {
    return dropped.getReadOnlyProperty();
  }

  /** Short name of the paired region, empty if there is none. */
  ReadOnlyStringProperty regionProperty() {
    return region.getReadOnlyProperty();
  }

  /** What is wrong with the two identities together, empty for nothing. */
  StringBinding sameIdentityProperty() {
    return sameIdentity;
  }

  BooleanExpression completeProperty() {
    return complete;
  }
}
