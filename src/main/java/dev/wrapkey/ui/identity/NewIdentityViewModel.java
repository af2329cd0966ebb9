package dev.wrapkey.ui.identity;

import dev.wrapkey.provisioning.Cloud;
import dev.wrapkey.provisioning.CloudFailure;
import dev.wrapkey.provisioning.ManagedIdentity;
import dev.wrapkey.provisioning.ResourceId;
import dev.wrapkey.rules.Finding;
import dev.wrapkey.rules.IdentityCheck;
import dev.wrapkey.rules.NewName;
import dev.wrapkey.ui.form.Making;
import dev.wrapkey.ui.form.PaneForm;
import dev.wrapkey.ui.form.PlaceViewModel;
import dev.wrapkey.ui.form.PlaceViewModel.Chosen;
import dev.wrapkey.ui.form.PlaceViewModel.Freedom;
import dev.wrapkey.ui.key.Scope;
import dev.wrapkey.ui.task.Tasks;
import dev.wrapkey.ui.wizard.Input;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.StringExpression;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** A new user-assigned managed identity, made at once. */
public final class NewIdentityViewModel implements PaneForm {

  /** A name that the cloud refused, and its words; both empty for none. */
  private record Refused(String name, String reason) {}

  private static final Refused NONE = new Refused("", "");

  private final Cloud cloud;
  private final Scope scope;
  private final Consumer<ManagedIdentity> made;
  private final Making making;
  private final PlaceViewModel place;
  private final ReadOnlyObjectWrapper<Refused> refused = new ReadOnlyObjectWrapper<>(NONE);
  private final Input name;
  private final StringExpression advice;

  /**
   * @param scope the server's place, which the form begins with
   * @param made is told the identity when it is there
   */
  public NewIdentityViewModel(
      Cloud cloud, Tasks tasks, Scope scope, Consumer<ManagedIdentity> made) {
    this.cloud = cloud;
    this.scope = scope;
    this.made = made;
    making = new Making(tasks);
    place =
        new PlaceViewModel(cloud, tasks, scope.subscription(), scope.region(), Freedom.ANYWHERE);
    name = new Input("", this::nameProblem, refused);
    advice =
        Bindings.createStringBinding(
            this::regionAdvice, place.regionProperty(), name.valueProperty());
    making.failureProperty().subscribe(this::told);
  }

  private Optional<String> nameProblem(String text) {
    Refused last = refused.get();
    return NewName.identity(text)
        .map(Finding::message)
        .or(() -> Optional.of(last).filter(r -> r.name().equals(text)).map(Refused::reason));
  }

  private void told(CloudFailure why) {
    if (why != null && tells(why)) {
      refused.set(new Refused(name.text(), why.details()));
    }
  }

  @Override
  public boolean tells(CloudFailure why) {
    return why.kind() == CloudFailure.Kind.NAME_TAKEN;
  }

  /** CMK-21, which is advice; empty if the region is the server's. */
  private String regionAdvice() {
    if (place.regionName().isEmpty()) {
      return "";
    }
    String shown = name.text().isEmpty() ? "…" : name.text();
    ResourceId id = new ResourceId(scope.subscription().id(), "", ResourceId.IDENTITY, shown);
    return IdentityCheck.check(new ManagedIdentity(id, place.regionName(), "", ""), scope.region())
        .map(Finding::message)
        .orElse("");
  }

  @Override
  public void submit(Runnable done) {
    name.ask();
    place.ask();
    place
        .chosen()
        .filter(where -> name.validProperty().get())
        .ifPresent(
            where ->
                making.start(
                    cancellation -> make(where, name.text()),
                    identity -> {
                      made.accept(identity);
                      done.run();
                    }));
  }

  private ManagedIdentity make(Chosen where, String wanted) {
    where.prepare(cloud.directory());
    ResourceId id =
        new ResourceId(where.subscription(), where.group(), ResourceId.IDENTITY, wanted);
    return cloud.identities().create(id, where.region());
  }

  @Override
  public Making making() {
    return making;
  }

  PlaceViewModel place() {
    return place;
  }

  Input name() {
    return name;
  }

  StringExpression adviceProperty() {
    return advice;
  }
}
