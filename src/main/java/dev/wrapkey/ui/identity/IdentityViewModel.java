package dev.wrapkey.ui.identity;

import dev.wrapkey.provisioning.Cloud;
import dev.wrapkey.provisioning.ManagedIdentity;
import dev.wrapkey.provisioning.Subscription;
import dev.wrapkey.ui.task.Listing;
import dev.wrapkey.ui.task.Tasks;
import java.util.Locale;
import java.util.function.Consumer;
import javafx.beans.binding.BooleanExpression;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.transformation.FilteredList;
import org.jspecify.annotations.Nullable;

/** The identities of a subscription, of every region, and the one that is picked. */
public final class IdentityViewModel {

  private final Cloud cloud;
  private final Subscription subscription;
  private final Consumer<ManagedIdentity> picked;
  private final Listing<ManagedIdentity> listing;
  private final FilteredList<ManagedIdentity> shown;
  private final StringProperty filter = new SimpleStringProperty("");
  private final ObjectProperty<@Nullable ManagedIdentity> selected = new SimpleObjectProperty<>();
  private final BooleanExpression ready = selected.isNotNull();

  /**
   * @param subscription whose identities are listed
   * @param picked is told the choice
   */
  public IdentityViewModel(
      Cloud cloud, Tasks tasks, Subscription subscription, Consumer<ManagedIdentity> picked) {
    this.cloud = cloud;
    this.subscription = subscription;
    this.picked = picked;
    listing = new Listing<>(tasks);
    shown = new FilteredList<>(listing.items());
    filter.subscribe(text -> shown.setPredicate(identity -> matches(identity, text)));
  }

  public void load() {
    listing.load(
        (cancellation, page) -> cloud.identities().list(subscription.id(), cancellation, page));
  }

  Subscription subscription() {
    return subscription;
  }

  Listing<ManagedIdentity> listing() {
    return listing;
  }

  FilteredList<ManagedIdentity> shown() {
    return shown;
  }

  StringProperty filterProperty() {
    return filter;
  }

  ObjectProperty<@Nullable ManagedIdentity> selectedProperty() {
    return selected;
  }

  /** True when an identity is picked. */
  public BooleanExpression readyProperty() {
    return ready;
  }

  /** Hands the picked identity over. */
  public void finish() {
    ManagedIdentity choice = selected.get();
    if (choice != null) {
      picked.accept(choice);
    }
  }

  private static boolean matches(ManagedIdentity identity, String text) {
    String wanted = text.strip().toLowerCase(Locale.ROOT);
    return identity.name().toLowerCase(Locale.ROOT).contains(wanted)
        || identity.id().resourceGroup().toLowerCase(Locale.ROOT).contains(wanted);
  }
}
