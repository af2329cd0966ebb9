package dev.wrapkey.ui.create.networking;

import dev.wrapkey.provisioning.Cloud;
import dev.wrapkey.provisioning.CloudFailure;
import dev.wrapkey.provisioning.Plan.FirewallRule;
import dev.wrapkey.provisioning.Plan.Networking;
import dev.wrapkey.rules.Finding;
import dev.wrapkey.rules.FirewallRuleCheck;
import dev.wrapkey.time.Time;
import dev.wrapkey.ui.task.Tasks;
import dev.wrapkey.ui.wizard.GrowingRows;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.binding.BooleanExpression;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleIntegerProperty;

/** Who may connect through the internet: the tick, the firewall rules, this computer's address. */
public final class FirewallViewModel {

  /** What is known of this computer's address. */
  enum Client {
    UNASKED,
    ASKING,
    KNOWN,
    FAILED
  }

  private static final DateTimeFormatter STAMP =
      DateTimeFormatter.ofPattern("uuuu-M-d_H-m-s").withZone(ZoneOffset.UTC);
  private static final String FIRST = "0.0.0.0";
  private static final String LAST = "255.255.255.255";

  private final Cloud cloud;
  private final Tasks tasks;
  private final Time time;
  private final BooleanProperty allowed;
  private final BooleanProperty azureServices;
  private final IntegerProperty edits = new SimpleIntegerProperty();
  private final GrowingRows<FirewallRow> rules = new GrowingRows<>(this::row);
  private final ReadOnlyObjectWrapper<Client> client = new ReadOnlyObjectWrapper<>(Client.UNASKED);
  private final ReadOnlyStringWrapper address = new ReadOnlyStringWrapper("");
  private final ReadOnlyStringWrapper failure = new ReadOnlyStringWrapper("");
  private final BooleanBinding clientAdded;
  private final BooleanBinding everyAddress;
  private final BooleanExpression valid;

  FirewallViewModel(Cloud cloud, Tasks tasks, Time time, Networking start) {
    this.cloud = cloud;
    this.tasks = tasks;
    this.time = time;
    boolean isPublic = start.method() == Networking.Method.PUBLIC;
    allowed = new SimpleBooleanProperty(start.publicAccess() || !isPublic);
    azureServices = new SimpleBooleanProperty(start.azureServices());
    start.firewall().forEach(rule -> rules.last().fill(rule));
    clientAdded = anyRule(r -> isOnly(r, address.get()));
    everyAddress = anyRule(FirewallRuleCheck::isEveryAddress);
    valid = rules.validProperty().or(allowed.not());
  }

  /** Shows what an opened plan says. */
  void fill(Networking wanted) {
    allowed.set(wanted.publicAccess() || wanted.method() != Networking.Method.PUBLIC);
    azureServices.set(wanted.azureServices());
    rules.filled().forEach(rules::remove);
    wanted.firewall().forEach(rule -> rules.last().fill(rule));
  }

  /** Asks for the address of this computer, unless it is known or being asked for. */
  void ask() {
    if (client.get() == Client.ASKING || client.get() == Client.KNOWN) {
      return;
    }
    client.set(Client.ASKING);
    failure.set("");
    tasks.run(
        () -> cloud.networks().clientAddress(),
        answer -> {
          address.set(answer);
          client.set(Client.KNOWN);
        },
        (CloudFailure why) -> {
          failure.set(why.details());
          client.set(Client.FAILED);
        });
  }

  /** Adds a rule for this computer alone (portal specification NET-3). */
  void addClient() {
    if (client.get() == Client.KNOWN && !clientAdded.get()) {
      add("ClientIPAddress_", address.get(), address.get());
    }
  }

  /** Adds a rule that lets every IPv4 address in (portal specification NET-4). */
  void addEveryAddress() {
    if (!everyAddress.get()) {
      add("AllowAll_", FIRST, LAST);
    }
  }

  private void add(String name, String start, String end) {
    rules.last().fill(new FirewallRule(name + STAMP.format(time.now()), start, end));
  }

  /** The rules as they are to be made; none without public access. */
  List<FirewallRule> plan() {
    return allowed.get() ? rules.filled().stream().map(FirewallRow::rule).toList() : List.of();
  }

  BooleanProperty allowedProperty() {
    return allowed;
  }

  BooleanProperty azureServicesProperty() {
    return azureServices;
  }

  GrowingRows<FirewallRow> rules() {
    return rules;
  }

  ReadOnlyObjectProperty<Client> clientProperty() {
    return client.getReadOnlyProperty();
  }

  /** This computer's address, empty until it is known. */
  ReadOnlyStringProperty addressProperty() {
    return address.getReadOnlyProperty();
  }

  /** Why the address is not known. */
  ReadOnlyStringProperty failureProperty() {
    return failure.getReadOnlyProperty();
  }

  /** True while a rule for this computer alone is in the grid. */
  BooleanExpression clientAddedProperty() {
    return clientAdded;
  }

  /** True while a rule lets every address in. */
  BooleanExpression everyAddressProperty() {
    return everyAddress;
  }

  BooleanExpression validProperty() {
    return valid;
  }

  void showProblems() {
    rules.showProblems();
  }

  private static boolean isOnly(FirewallRule rule, String address) {
    return !address.isEmpty() && rule.start().equals(address) && rule.end().equals(address);
  }

  private BooleanBinding anyRule(Predicate<FirewallRule> which) {
    return Bindings.createBooleanBinding(
        () -> rules.filled().stream().map(FirewallRow::rule).anyMatch(which),
        edits,
        address,
        rules.rows());
  }

  private FirewallRow row(GrowingRows<FirewallRow> all) {
    FirewallRow fresh = new FirewallRow((row, name) -> among(all, row, name), edits);
    List.of(fresh.name(), fresh.start(), fresh.end())
        .forEach(
            input -> input.valueProperty().addListener((o, was, is) -> edits.set(edits.get() + 1)));
    return fresh;
  }

  private static Optional<Finding> among(
      GrowingRows<FirewallRow> all, FirewallRow row, String name) {
    return FirewallRuleCheck.twice(
        name,
        all.rows().stream()
            .takeWhile(each -> each != row)
            .map(each -> each.name().text())
            .toList());
  }
}
