package dev.wrapkey.ui.home;

import dev.wrapkey.provisioning.DataEncryption;
import dev.wrapkey.provisioning.KeyIdentifier;
import dev.wrapkey.provisioning.ResourceId;
import dev.wrapkey.provisioning.Server;
import dev.wrapkey.ui.view.Texts;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** One server as the table shows it. */
public final class ServerRow {

  private static final Set<String> CHANGING =
      Set.of("updating", "starting", "stopping", "dropping", "restarting", "provisioning");

  private final Server server;
  private final String subscription;
  private final String region;
  private final ReadOnlyObjectWrapper<KeyStanding> standing =
      new ReadOnlyObjectWrapper<>(KeyStanding.SERVICE_MANAGED);

  ServerRow(Server server, String subscription, String region) {
    this.server = server;
    this.subscription = subscription;
    this.region = region;
    pinned().ifPresent(key -> standing.set(KeyStanding.CHECKING));
    if (key().isPresent() && pinned().isEmpty()) {
      standing.set(KeyStanding.FOLLOWS_NEWEST);
    }
  }

  Server server() {
    return server;
  }

  public String name() {
    return server.name();
  }

  public String subscription() {
    return subscription;
  }

  public String group() {
    return server.id().resourceGroup();
  }

  /** PostgreSQL's major version. */
  public String postgres() {
    return server.summary().version();
  }

  public String compute() {
    return server.summary().sku();
  }

  /** In GiB. */
  public int storage() {
    return server.summary().storageGib();
  }

  public String identity() {
    return server.encryption().identity().map(ResourceId::name).orElse("");
  }

  public String region() {
    return region;
  }

  public String state() {
    return server.state();
  }

  public String encryption() {
    return Texts.text(isCustomerManaged() ? "home.encryption.customer" : "home.encryption.service");
  }

  /** The customer-managed key. */
  Optional<KeyIdentifier> key() {
    return server.encryption().key();
  }

  /** The key if the server stays on one version of it. */
  Optional<KeyIdentifier> pinned() {
    return key().filter(each -> each.version().isPresent());
  }

  public String keyName() {
    return key().map(KeyIdentifier::key).orElse("");
  }

  /** First and last four digits of the version; empty if the server follows the newest one. */
  public String version() {
    return pinned()
        .flatMap(KeyIdentifier::version)
        .map(v -> v.substring(0, 4) + "…" + v.substring(28))
        .orElse("");
  }

  /** The service's word on the key. */
  public String keyStatus() {
    DataEncryption encryption = server.encryption();
    return isCustomerManaged()
        ? encryption.status().orElseGet(() -> Texts.text("home.status.silent"))
        : "";
  }

  boolean isCustomerManaged() {
    return server.encryption().isCustomerManaged();
  }

  boolean isChanging() {
    return CHANGING.contains(state().toLowerCase(Locale.ROOT));
  }

  /** The data cannot be reached, or will not be soon. */
  boolean needsAttention() {
    return state().equalsIgnoreCase("Inaccessible") || isInvalid();
  }

  boolean isInvalid() {
    return keyStatus().equalsIgnoreCase("Invalid");
  }

  boolean matches(String words) {
    String wanted = words.strip().toLowerCase(Locale.ROOT);
    return Stream.of(name(), subscription, region, state(), encryption(), keyName(), keyStatus())
        .anyMatch(each -> each.toLowerCase(Locale.ROOT).contains(wanted));
  }

  ReadOnlyObjectProperty<KeyStanding> standingProperty() {
    return standing.getReadOnlyProperty();
  }

  void setStanding(KeyStanding newStanding) {
    standing.set(newStanding);
  }
}
