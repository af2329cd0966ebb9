package dev.wrapkey.ui.signin;

import dev.wrapkey.provisioning.CloudFailure;
import dev.wrapkey.provisioning.Subscription;
import dev.wrapkey.signin.SignedIn;
import dev.wrapkey.signin.SignedIn.Tenant;
import dev.wrapkey.ui.task.Running;
import dev.wrapkey.ui.task.Tasks;
import dev.wrapkey.ui.view.Memory;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import org.jspecify.annotations.Nullable;

/** The tenant and the subscriptions that a person wants to work with. */
public final class ScopeViewModel {

  /** Is told what was chosen. */
  public interface Choice {

    /**
     * @param subscriptions at least one, in the order of the list
     */
    void work(SignedIn in, List<Subscription> subscriptions);
  }

  /**
   * What Azure says there is.
   *
   * @param tenants empty where Azure does not tell them; then there is only the present one
   */
  record Offer(SignedIn in, List<Tenant> tenants, List<Subscription> subscriptions) {}

  private static final String CHOSEN = "signin.subscriptions.";

  private final Tasks tasks;
  private final Memory memory;
  private final Choice choice;
  private final ReadOnlyObjectWrapper<SignedIn> in;
  private final ReadOnlyObjectWrapper<@Nullable Offer> offer = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<@Nullable CloudFailure> failure =
      new ReadOnlyObjectWrapper<>();
  private final ReadOnlyBooleanWrapper loading = new ReadOnlyBooleanWrapper();
  private final Map<Subscription, BooleanProperty> wanted = new LinkedHashMap<>();
  private final ReadOnlyBooleanWrapper ready = new ReadOnlyBooleanWrapper();
  private Running running = new Running();

  public ScopeViewModel(SignedIn in, Tasks tasks, Memory memory, Choice choice) {
    this.in = new ReadOnlyObjectWrapper<>(in);
    this.tasks = tasks;
    this.memory = memory;
    this.choice = choice;
  }

  /** Asks Azure what there is. */
  public void look() {
    SignedIn now = in.get();
    ask(() -> read(now));
  }

  /** Goes to another tenant of the same account. */
  void go(Tenant tenant) {
    SignedIn now = in.get();
    if (!tenant.id().equals(now.tenant().id())) {
      ask(() -> read(now.in(tenant)));
    }
  }

  private void ask(java.util.concurrent.Callable<Offer> work) {
    running.cancel();
    loading.set(true);
    failure.set(null);
    running =
        tasks.run(
            work,
            this::arrived,
            why -> {
              loading.set(false);
              failure.set(why);
              offer.set(offer.get()); // the list shows the tenant that it still is
            });
  }

  private static Offer read(SignedIn in) {
    return new Offer(in, tenants(in), in.cloud().directory().subscriptions());
  }

  // Some accounts may not list them: they work in the tenant they came to.
  private static List<Tenant> tenants(SignedIn in) {
    try {
      return in.tenants();
    } catch (CloudFailure _) {
      return List.of();
    }
  }

  private void arrived(Offer found) {
    loading.set(false);
    in.set(found.in());
    Set<String> kept = kept(found.in().tenant());
    boolean known = found.subscriptions().stream().anyMatch(each -> kept.contains(each.id()));
    wanted.clear();
    ready.unbind();
    for (Subscription each : found.subscriptions()) {
      wanted.put(each, new SimpleBooleanProperty(!known || kept.contains(each.id())));
    }
    ready.bind(any());
    offer.set(found);
  }

  private BooleanBinding any() {
    return Bindings.createBooleanBinding(
        () -> !chosen().isEmpty(), wanted.values().toArray(BooleanProperty[]::new));
  }

  private Set<String> kept(Tenant tenant) {
    return Arrays.stream(memory.recall(CHOSEN + tenant.id(), "").split(","))
        .collect(Collectors.toSet());
  }

  private List<Subscription> chosen() {
    return wanted.entrySet().stream()
        .filter(each -> each.getValue().get())
        .map(Map.Entry::getKey)
        .toList();
  }

  /** Chooses every subscription, or none. */
  void chooseAll(boolean on) {
    wanted.values().forEach(each -> each.set(on));
  }

  /** Goes to work with what is chosen. */
  void submit() {
    List<Subscription> chosen = chosen();
    if (!chosen.isEmpty() && !loading.get()) {
      memory.keep(
          CHOSEN + in.get().tenant().id(),
          chosen.stream().map(Subscription::id).collect(Collectors.joining(",")));
      choice.work(in.get(), chosen);
    }
  }

  ReadOnlyObjectProperty<SignedIn> inProperty() {
    return in.getReadOnlyProperty();
  }

  /** What there is; null until that is known. */
  ReadOnlyObjectProperty<@Nullable Offer> offerProperty() {
    return offer.getReadOnlyProperty();
  }

  ReadOnlyObjectProperty<@Nullable CloudFailure> failureProperty() {
    return failure.getReadOnlyProperty();
  }

  ReadOnlyBooleanProperty loadingProperty() {
    return loading.getReadOnlyProperty();
  }

  /** Whether a subscription is wanted. */
  BooleanProperty wantedProperty(Subscription subscription) {
    return java.util.Objects.requireNonNull(wanted.get(subscription));
  }

  /** Whether one is wanted at all. */
  ReadOnlyBooleanProperty readyProperty() {
    return ready.getReadOnlyProperty();
  }
}
