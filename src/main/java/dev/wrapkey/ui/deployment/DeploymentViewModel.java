package dev.wrapkey.ui.deployment;

import dev.wrapkey.export.Export;
import dev.wrapkey.export.Input;
import dev.wrapkey.preflight.diagnosis.Diagnosis;
import dev.wrapkey.provisioning.CloudFailure;
import dev.wrapkey.provisioning.Ledger;
import dev.wrapkey.provisioning.Plan;
import dev.wrapkey.provisioning.Receipt;
import dev.wrapkey.provisioning.Refusal;
import dev.wrapkey.provisioning.Remnant;
import dev.wrapkey.provisioning.ResourceId;
import dev.wrapkey.ui.preflight.PreflightViewModel;
import dev.wrapkey.ui.view.Texts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/**
 * The page of one deployment: shows it and acts on it. The deployment goes on when the page is
 * left.
 */
public final class DeploymentViewModel {

  /** Where the page's buttons and links lead. */
  public interface Destinations {

    /** The page of a server. */
    void server(ResourceId id);

    /** The page of a deployment. */
    void deployment(Deployment other);

    /** A public page, in the person's browser. */
    void document(String address);

    /** The create wizard, filled with a plan. */
    void edit(Plan plan);

    /** Away from a page whose deployment is no more. */
    void leave();
  }

  private final Deployment deployment;
  private final Deployments deployments;
  private final Destinations destinations;
  private final Function<Plan, PreflightViewModel> checks;
  private final ReadOnlyStringWrapper saved = new ReadOnlyStringWrapper("");

  /**
   * @param checks finds out what stands in a plan's way
   */
  public DeploymentViewModel(
      Deployment deployment,
      Deployments deployments,
      Destinations destinations,
      Function<Plan, PreflightViewModel> checks) {
    this.deployment = deployment;
    this.deployments = deployments;
    this.destinations = destinations;
    this.checks = checks;
  }

  Ledger.Entry entry() {
    return deployment.entry();
  }

  String subscription() {
    return deployment
        .plan()
        .map(plan -> plan.basics().subscription().name())
        .orElse(entry().id().subscription());
  }

  /** What support asks for; empty until Azure has accepted or refused the request. */
  String correlationId() {
    return entry()
        .notes()
        .receipt()
        .map(Receipt::correlationId)
        .or(() -> entry().notes().refusal().map(Refusal::correlationId))
        .orElse("");
  }

  List<StepRow> steps() {
    return deployment.steps();
  }

  /** Opens the plan in the create wizard, to be changed before it is carried out once more. */
  void edit() {
    deployment.plan().ifPresent(destinations::edit);
  }

  double progress() {
    return deployment.progress();
  }

  ObservableList<Remnant> remnants() {
    return deployment.remnants();
  }

  ReadOnlyBooleanProperty lookingProperty() {
    return deployment.lookingProperty();
  }

  ReadOnlyObjectProperty<Phase> phaseProperty() {
    return deployment.phaseProperty();
  }

  ReadOnlyObjectProperty<@Nullable CloudFailure> failureProperty() {
    return deployment.failureProperty();
  }

  /** What became of the last download; empty if there was none. */
  ReadOnlyStringProperty savedProperty() {
    return saved.getReadOnlyProperty();
  }

  /** Whether the plan is known, so that it can be carried out once more. */
  boolean isRepeatable() {
    return deployment.plan().isPresent();
  }

  /** Looks for the cause of a failure; empty if there is nothing to look for, or nowhere. */
  Optional<PreflightViewModel> causes(CloudFailure why) {
    return deployment.plan().filter(_ -> Diagnosis.knows(why)).map(checks);
  }

  /** What the template of the plan was given; empty if the plan is not known. */
  List<Input> inputs() {
    return deployment.plan().map(Export::inputs).orElse(List.of());
  }

  void cancel() {
    deployment.cancel();
  }

  void refresh() {
    deployment.look();
  }

  void keep() {
    deployment.keep();
  }

  void remove() {
    deployment.remove();
  }

  /**
   * What the server goes on depending on besides its own key (portal specification CMK-32), in
   * words; empty for nothing.
   */
  String dependence() {
    return deployment
        .plan()
        .flatMap(Plan::origin)
        .flatMap(
            from ->
                from.key()
                    .map(
                        key ->
                            Texts.text(
                                "deployment.depends",
                                entry().id().name(),
                                from.source().name(),
                                key)))
        .orElse("");
  }

  /** Goes on; empty if it has begun to, otherwise what a person has to type before. */
  Optional<RedeployViewModel> retry() {
    if (deployment.needsPassword()) {
      return deployment
          .plan()
          .map(
              plan ->
                  new RedeployViewModel(
                      plan,
                      false,
                      whole -> deployment.start(whole.basics().authentication().password())));
    }
    deployment.start();
    return Optional.empty();
  }

  /** The same plan as a new deployment. */
  Optional<RedeployViewModel> redeploy() {
    return deployment.plan().map(plan -> new RedeployViewModel(plan, true, this::begin));
  }

  private void begin(Plan whole) {
    destinations.deployment(deployments.begin(whole));
  }

  /** Forgets the deployment; what it has made stays. */
  void delete() {
    deployments.delete(deployment);
    destinations.leave();
  }

  void goToResource() {
    destinations.server(entry().id());
  }

  void read(String address) {
    destinations.document(address);
  }

  /** Saves the report, which holds no secret. */
  void save(Path file) {
    try {
      Files.writeString(file, Report.json(deployment));
      saved.set("");
      saved.set("deployment.saved");
    } catch (IOException _) {
      saved.set("deployment.saved.not");
    }
  }

  /** The service's whole answer, or what is known of it. */
  static String raw(CloudFailure why) {
    return why.body().isBlank()
        ? JsonText.of(java.util.Map.of("error", Report.failure(why)))
        : JsonText.indented(why.body());
  }
}
