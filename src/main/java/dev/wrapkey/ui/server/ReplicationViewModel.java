package dev.wrapkey.ui.server;

import dev.wrapkey.catalog.Catalog;
import dev.wrapkey.provisioning.Cloud;
import dev.wrapkey.provisioning.DataEncryption;
import dev.wrapkey.provisioning.KeyIdentifier;
import dev.wrapkey.provisioning.ResourceId;
import dev.wrapkey.provisioning.Server;
import dev.wrapkey.provisioning.Setup;
import dev.wrapkey.rules.CopyCheck;
import dev.wrapkey.rules.Finding;
import dev.wrapkey.ui.task.Listing;
import dev.wrapkey.ui.task.Tasks;
import dev.wrapkey.ui.view.Texts;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.StringBinding;

/** The read replicas of a server, and the way to another one. */
public final class ReplicationViewModel {

  private final Cloud cloud;
  private final ServerViewModel server;
  private final Listing<Server> replicas;
  private final Consumer<Server> create;
  private final Consumer<ResourceId> open;
  private final StringBinding refusal;

  /**
   * @param create opens the wizard that makes a replica of a server
   * @param open opens the page of a server
   */
  public ReplicationViewModel(
      Cloud cloud,
      Tasks tasks,
      ServerViewModel server,
      Consumer<Server> create,
      Consumer<ResourceId> open) {
    this.cloud = cloud;
    this.server = server;
    this.create = create;
    this.open = open;
    replicas = new Listing<>(tasks);
    refusal =
        Bindings.createStringBinding(
            this::findRefusal, server.serverProperty(), replicas.stateProperty());
  }

  /** Reads server and replicas anew. */
  public void refresh() {
    server.refresh();
    ResourceId id = server.id();
    replicas.loadAll(() -> cloud.servers().replicas(id));
  }

  private String findRefusal() {
    Server now = server.serverProperty().get();
    if (now == null) {
      return "";
    }
    return CopyCheck.state(now)
        .or(() -> CopyCheck.size(now, Catalog.tierOf(now.summary().sku())))
        .or(() -> CopyCheck.replicas(now, replicas.items().size()))
        .map(Finding::message)
        .orElse("");
  }

  /** Why there can be no other replica now, empty if nothing is known. */
  StringBinding refusalProperty() {
    return refusal;
  }

  void create() {
    Server now = server.serverProperty().get();
    if (now != null && refusal.get().isEmpty()) {
      create.accept(now);
    }
  }

  void open(Server replica) {
    open.accept(replica.id());
  }

  /** What the server itself is: a replica of which, a primary, or neither. */
  String role(Server now) {
    Setup.Replication replication = now.setup().replication();
    String source = replication.source().map(ResourceId::name).orElse("");
    return replication.isReplica()
        ? Texts.text("server.replication.replica", source)
        : Texts.text("server.replication.primary", CopyCheck.MOST_REPLICAS);
  }

  /** The key of a replica in words. */
  static String key(Server replica) {
    DataEncryption encryption = replica.encryption();
    return encryption
        .key()
        .map(ReplicationViewModel::key)
        .orElseGet(() -> Texts.text("server.encryption." + encryption.mode()));
  }

  private static String key(KeyIdentifier key) {
    return Texts.text("server.replication.key", key.storeName(), key.key());
  }

  /** What the service says of a replica's key; empty for a service-managed one. */
  static Optional<String> keyStatus(Server replica) {
    return replica.encryption().status();
  }

  ServerViewModel server() {
    return server;
  }

  Listing<Server> replicas() {
    return replicas;
  }
}
