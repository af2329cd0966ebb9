package dev.wrapkey.ui.create.networking;

import dev.wrapkey.provisioning.Cloud;
import dev.wrapkey.provisioning.Plan;
import dev.wrapkey.provisioning.Plan.Networking;
import dev.wrapkey.provisioning.Plan.Networking.Method;
import dev.wrapkey.time.Time;
import dev.wrapkey.ui.task.Listing;
import dev.wrapkey.ui.task.Tasks;
import dev.wrapkey.ui.wizard.Draft;
import dev.wrapkey.ui.wizard.Step;
import java.util.List;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.binding.BooleanExpression;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.SimpleObjectProperty;

/** How the server is reached: public access with its firewall and endpoints, or private access. */
public final class NetworkingViewModel implements Step {

  private final Cloud cloud;
  private final Tasks tasks;
  private final Time time;
  private final Draft draft;
  private final ObjectProperty<Method> method;
  private final FirewallViewModel firewall;
  private final EndpointsViewModel endpoints;
  private final PrivateAccessViewModel privateAccess;
  private final ReadOnlyBooleanWrapper inherited = new ReadOnlyBooleanWrapper();
  private final BooleanExpression complete;
  private final BooleanExpression waiting;

  public NetworkingViewModel(Cloud cloud, Tasks tasks, Time time, Draft draft) {
    this.cloud = cloud;
    this.tasks = tasks;
    this.time = time;
    this.draft = draft;
    Networking start = draft.plan().networking();
    method = new SimpleObjectProperty<>(start.method());
    firewall = new FirewallViewModel(cloud, tasks, time, start);
    endpoints = new EndpointsViewModel(start.endpoints());
    privateAccess = new PrivateAccessViewModel(tasks, start.privateAccess());
    complete =
        Bindings.createBooleanBinding(
            () ->
                method.get() == Method.PUBLIC
                    ? firewall.validProperty().get()
                    : privateAccess.completeProperty().get(),
            method,
            firewall.validProperty(),
            privateAccess.completeProperty());
    waiting =
        method
            .isEqualTo(Method.PRIVATE)
            .and(isLoading(privateAccess.networks()).or(isLoading(privateAccess.zones())));
    method.subscribe(this::fetch);
  }

  @Override
  public String id() {
    return "networking";
  }

  @Override
  public BooleanExpression completeProperty() {
    return complete;
  }

  private static BooleanBinding isLoading(Listing<?> listing) {
    return listing.stateProperty().isEqualTo(Listing.State.LOADING);
  }

  @Override
  public BooleanExpression waitingProperty() {
    return waiting;
  }

  /** A change of subscription or region on Basics drops what can no longer serve. */
  @Override
  public void enter() {
    locate();
    firewall.ask();
    fetch(method.get());
  }

  private void locate() {
    Place place = new Place(cloud, tasks, time, draft.plan().basics());
    endpoints.at(place);
    privateAccess.at(place);
  }

  private void fetch(Method chosen) {
    if (chosen == Method.PRIVATE) {
      privateAccess.load();
    }
  }

  /** Shows what an opened plan says. */
  public void fill(Plan plan) {
    Networking wanted = plan.networking();
    firewall.fill(wanted);
    endpoints.fill(wanted.endpoints());
    privateAccess.fill(wanted.privateAccess());
    method.set(wanted.method());
  }

  @Override
  public void leave() {
    draft.set(draft.plan().withNetworking(plan()));
  }

  private Networking plan() {
    return method.get() == Method.PRIVATE
        ? new Networking(Method.PRIVATE, false, false, List.of(), List.of(), privateAccess.plan())
        : new Networking(
            Method.PUBLIC,
            firewall.allowedProperty().get(),
            firewall.allowedProperty().get() && firewall.azureServicesProperty().get(),
            firewall.plan(),
            List.copyOf(endpoints.items()),
            Optional.empty());
  }

  @Override
  public void showProblems() {
    locate();
    fetch(method.get());
    leave();
    firewall.showProblems();
    privateAccess.showProblems();
  }

  /** A copy keeps the method of its source (portal specification RST-4). */
  public void inherit() {
    inherited.set(true);
  }

  ReadOnlyBooleanProperty inheritedProperty() {
    return inherited.getReadOnlyProperty();
  }

  /** Fixed when the server is created (portal specification NET-1). */
  ObjectProperty<Method> methodProperty() {
    return method;
  }

  FirewallViewModel firewall() {
    return firewall;
  }

  EndpointsViewModel endpoints() {
    return endpoints;
  }

  PrivateAccessViewModel privateAccess() {
    return privateAccess;
  }
}
