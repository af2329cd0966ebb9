package dev.wrapkey.ui.create.review;

import dev.wrapkey.provisioning.DataEncryption;
import dev.wrapkey.provisioning.KeyIdentifier;
import dev.wrapkey.provisioning.Plan;
import dev.wrapkey.provisioning.ResourceId;
import dev.wrapkey.rules.RegionNames;
import dev.wrapkey.ui.preflight.PreflightViewModel;
import dev.wrapkey.ui.view.Texts;
import dev.wrapkey.ui.wizard.ComputeText;
import dev.wrapkey.ui.wizard.Draft;
import dev.wrapkey.ui.wizard.Forms;
import dev.wrapkey.ui.wizard.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanExpression;
import javafx.beans.binding.ObjectBinding;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** Everything that will be made, section by section in the portal's order. */
public final class ReviewViewModel implements Step {

  /** What the strip above everything says. */
  enum Validation {
    /** A tab is not legal. */
    INCOMPLETE,
    /** The checks are under way, or an answer that a tab waits for. */
    RUNNING,
    /** A check has failed. */
    REFUSED,
    PASSED
  }

  /**
   * A line of the summary.
   *
   * @param label key of its words
   * @param value what will be made
   */
  record Row(String label, String value) {}

  /**
   * A tab's lines.
   *
   * @param step the tab
   * @param rows its lines
   */
  record Section(String step, List<Row> rows) {}

  private final Forms others;

  private final Draft draft;
  private final Consumer<String> open;
  private final ObservableList<Section> sections = FXCollections.observableArrayList();
  private final PreflightViewModel preflight;
  private final ObjectBinding<Validation> validation;
  private Optional<Plan> shown = Optional.empty();

  /**
   * @param others the other steps
   * @param open opens a tab by its id
   * @param preflight checks what the draft will make
   */
  public ReviewViewModel(
      Draft draft, Forms others, Consumer<String> open, PreflightViewModel preflight) {
    this.draft = draft;
    this.others = others;
    this.open = open;
    this.preflight = preflight;
    validation =
        Bindings.createObjectBinding(
            this::validation,
            others.completeProperty(),
            others.waitingProperty(),
            preflight.stateProperty(),
            preflight.clearProperty());
  }

  @Override
  public String id() {
    return "review";
  }

  @Override
  public BooleanExpression completeProperty() {
    return preflight.clearProperty();
  }

  /** Entered again while it is open, it looks whether the plan has changed meanwhile. */
  @Override
  public void enter() {
    Plan plan = draft.plan();
    boolean known = shown.equals(Optional.of(plan));
    if (known && preflight.stateProperty().get() != PreflightViewModel.State.IDLE) {
      return;
    }
    shown = Optional.of(plan);
    sections.setAll(
        new Section("basics", basics(plan)),
        new Section("networking", networking(plan.networking())),
        new Section("security", security(plan.encryption())),
        new Section("tags", tags(plan)));
    check();
  }

  @Override
  public void leave() {
    shown = Optional.empty();
    preflight.forget();
  }

  /** What is wrong with a chosen key is worth knowing even while a tab is not legal. */
  private void check() {
    if (others.completeProperty().get() || draft.plan().encryption().isCustomerManaged()) {
      preflight.run();
    }
  }

  @Override
  public void showProblems() {}

  BooleanExpression legalProperty() {
    return others.completeProperty();
  }

  /** True once there is something to check. */
  BooleanExpression checkedProperty() {
    return preflight.checkedProperty();
  }

  ObjectBinding<Validation> validationProperty() {
    return validation;
  }

  private Validation validation() {
    if (preflight.stateProperty().get() == PreflightViewModel.State.RUNNING) {
      return Validation.RUNNING;
    }
    if (!preflight.clearProperty().get()) {
      return Validation.REFUSED;
    }
    if (others.completeProperty().get()) {
      return Validation.PASSED;
    }
    return others.waitingProperty().get() ? Validation.RUNNING : Validation.INCOMPLETE;
  }

  PreflightViewModel preflight() {
    return preflight;
  }

  ObservableList<Section> sections() {
    return sections;
  }

  void change(String step) {
    open.accept(step);
  }

  private static List<Row> basics(Plan plan) {
    Plan.Basics basics = plan.basics();
    Plan.Configuration c = plan.configuration();
    List<Row> rows = new ArrayList<>();
    rows.add(new Row("review.subscription", basics.subscription().name()));
    rows.add(
        new Row(
            "review.group",
            basics.createGroup()
                ? Texts.text("basics.group.new", basics.group())
                : basics.group()));
    rows.add(new Row("review.name", basics.name()));
    plan.origin().ifPresent(origin -> rows.addAll(CopyRows.of(origin)));
    rows.addAll(SignInRows.of(basics.authentication()));
    rows.addAll(
        List.of(
            new Row("review.location", RegionNames.display(basics.region())),
            new Row("review.zone", or(basics.availabilityZone(), "basics.zone.none")),
            new Row("review.ha", Texts.text("review.ha." + c.highAvailability().mode().word())),
            new Row("review.standby", standby(c.highAvailability())),
            new Row("review.version", basics.version()),
            new Row(
                "review.compute",
                Texts.text("review.compute.value", ComputeText.name(c), ComputeText.detail(c))),
            new Row(
                "review.retention",
                Texts.text("review.retention.value", c.backup().retentionDays())),
            new Row("review.autogrow", enabled(c.storage().autoGrow())),
            new Row("review.geo", enabled(c.backup().geoRedundant()))));
    return rows;
  }

  /** Only a zone-redundant standby has a zone of its own. */
  private static String standby(Plan.HighAvailability availability) {
    return switch (availability.mode()) {
      case DISABLED -> Texts.text("review.off");
      case SAME_ZONE -> Texts.text("review.standby.same");
      case ZONE_REDUNDANT -> or(availability.standbyZone(), "basics.zone.none");
    };
  }

  private static String enabled(boolean on) {
    return Texts.text(on ? "review.on" : "review.off");
  }

  private static List<Row> networking(Plan.Networking networking) {
    return networking.method() == Plan.Networking.Method.PRIVATE
        ? privateAccess(networking.privateAccess())
        : List.of(
            new Row("review.method", Texts.text("networking.method.public")),
            new Row("networking.public.allow", yesNo(networking.publicAccess())),
            new Row("networking.firewall.azure", yesNo(networking.azureServices())),
            new Row("review.rules", String.valueOf(networking.firewall().size())),
            new Row("review.endpoints", endpoints(networking.endpoints())));
  }

  private static String endpoints(List<Plan.PrivateEndpoint> endpoints) {
    return endpoints.isEmpty()
        ? "0"
        : endpoints.stream().map(e -> e.id().name()).collect(Collectors.joining(", "));
  }

  private static List<Row> privateAccess(Optional<Plan.PrivateAccess> access) {
    List<Row> rows = new ArrayList<>();
    rows.add(new Row("review.method", Texts.text("networking.method.private")));
    access.ifPresent(
        a -> {
          String subnet = a.subnet().name().substring(a.subnet().name().lastIndexOf('/') + 1);
          rows.add(new Row("networking.network", a.subnet().parent().name()));
          rows.add(new Row("networking.subnet", subnet));
          rows.add(new Row("networking.zone", a.zone().name()));
          rows.add(new Row("networking.zone.link", yesNo(a.link())));
        });
    return rows;
  }

  private static List<Row> security(DataEncryption encryption) {
    List<Row> rows = new ArrayList<>();
    rows.add(new Row("review.encryption", Texts.text("review.encryption." + encryption.mode())));
    if (encryption.isCustomerManaged()) {
      KeyIdentifier key = encryption.key().orElseThrow();
      rows.add(new Row("review.identity", encryption.identity().map(ResourceId::name).orElse("")));
      rows.add(new Row("review.store", key.storeName()));
      rows.add(new Row("review.key", key.key()));
      rows.add(new Row("review.keyversion", key.version().orElse(Texts.text("review.automatic"))));
      encryption.geo().ifPresent(geo -> rows.addAll(GeoRows.of(geo)));
    }
    return rows;
  }

  private static List<Row> tags(Plan plan) {
    return plan.tags().isEmpty()
        ? List.of(new Row("review.tags.none", ""))
        : plan.tags().entrySet().stream()
            .map(tag -> new Row("", tag.getKey() + " : " + tag.getValue()))
            .toList();
  }

  private static String yesNo(boolean yes) {
    return Texts.text(yes ? "review.yes" : "review.no");
  }

  private static String or(String value, String key) {
    return value.isEmpty() ? Texts.text(key) : value;
  }
}
