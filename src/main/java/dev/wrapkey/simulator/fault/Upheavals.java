package dev.wrapkey.simulator.fault;

import dev.wrapkey.simulator.rest.Transactions;
import dev.wrapkey.simulator.world.ArmId;
import dev.wrapkey.simulator.world.Disruption;
import dev.wrapkey.simulator.world.Disruptions;
import dev.wrapkey.simulator.world.Identity;
import dev.wrapkey.simulator.world.Key;
import dev.wrapkey.simulator.world.KeyStores;
import dev.wrapkey.simulator.world.KeyUri;
import dev.wrapkey.simulator.world.Store;
import dev.wrapkey.simulator.world.Table;
import dev.wrapkey.simulator.world.Vault;
import dev.wrapkey.simulator.world.World;
import java.util.List;
import java.util.Optional;

/** The faults that change the world: durable, and taken back where Azure could. */
final class Upheavals {

  private static final String KEY = "https://kv-orders-eastus.vault.azure.net/keys/orders-kek";
  private static final String VAULT = "kv-orders-eastus";
  private static final String IDENTITY = "id-orders-eastus";

  private final Transactions transactions;
  private final World world;
  private final Disruptions disruptions;
  private final Table<Disruption> standing;

  Upheavals(Transactions transactions, World world, KeyStores stores, Store store) {
    this.transactions = transactions;
    this.world = world;
    this.disruptions = new Disruptions(world, stores);
    this.standing = store.table("disruptions", Disruption.class);
  }

  /** The identifier of what a target names; empty if there is no such thing. */
  Optional<String> find(Fault fault, String target) {
    return transactions.run(
        false,
        () ->
            switch (fault) {
              case KEY_DISABLED, KEY_DELETED -> key(target.isEmpty() ? KEY : target).map(Key::uri);
              case VAULT_FIREWALL ->
                  vault(target.isEmpty() ? VAULT : target).map(v -> v.id().text());
              default -> identity(target.isEmpty() ? IDENTITY : target).map(i -> i.id().text());
            });
  }

  /** The requests that have to do with a target. */
  Aim about(Fault fault, String target) {
    return transactions.run(
        false,
        () ->
            switch (fault) {
              case KEY_DISABLED, KEY_DELETED ->
                  KeyUri.parse(target)
                      .map(
                          u ->
                              new Aim(
                                  "", u.host(), "/keys/%1$s,/keys/%1$s/*".formatted(u.name()), ""))
                      .orElse(Aim.ANY);
              case VAULT_FIREWALL ->
                  vault(target).map(v -> new Aim("", v.host(), "", "")).orElse(Aim.ANY);
              default -> Aim.ANY;
            });
  }

  /**
   * Changes the world, durably.
   *
   * @return whether the target was still there, and the fault had changed nothing before
   */
  boolean strike(Fault fault, String target) {
    return transactions.run(
        true,
        () -> {
          if (standing.get(fault.id()).isPresent()) {
            return false;
          }
          Optional<Disruption> done = change(fault, target);
          done.ifPresent(d -> standing.put(fault.id(), d));
          return done.isPresent();
        });
  }

  private Optional<Disruption> change(Fault fault, String target) {
    String kind = fault.id();
    return switch (fault) {
      case KEY_DISABLED -> key(target).map(k -> disruptions.disable(kind, k));
      case KEY_DELETED -> key(target).map(k -> disruptions.delete(kind, k));
      case VAULT_FIREWALL -> vault(target).map(v -> disruptions.closeFirewall(kind, v));
      case IDENTITY_DELETED -> identity(target).map(i -> disruptions.delete(kind, i));
      case PERMISSION_REVOKED -> identity(target).map(i -> disruptions.revoke(kind, i));
      default -> throw new IllegalArgumentException(kind + " changes nothing");
    };
  }

  /** What was changed and not taken back. */
  List<Disruption> standing() {
    return transactions.run(false, standing::all);
  }

  /**
   * Takes a change back where Azure could.
   *
   * @return what has become of it; empty if nothing was changed
   */
  Optional<String> undo(Fault fault) {
    return transactions.run(
        true,
        () -> {
          Optional<Disruption> done = standing.get(fault.id());
          standing.remove(fault.id());
          return done.map(d -> undo(fault, d));
        });
  }

  private String undo(Fault fault, Disruption done) {
    return switch (fault) {
      case KEY_DISABLED -> disruptions.enable(done);
      case KEY_DELETED -> disruptions.recover(done);
      case VAULT_FIREWALL -> disruptions.openFirewall(done);
      case PERMISSION_REVOKED -> disruptions.grant(done);
      default ->
          "A deleted identity cannot be recovered, in Azure neither. One made anew under the name"
              + " is another principal and has no rights.";
    };
  }

  private Optional<Key> key(String target) {
    return KeyUri.parse(target).flatMap(u -> world.keys().get(World.keyOf(u.host(), u.name())));
  }

  private Optional<Vault> vault(String target) {
    return world.vaults().all().stream()
        .filter(v -> names(v.id(), target) || v.host().equalsIgnoreCase(target))
        .findFirst();
  }

  private Optional<Identity> identity(String target) {
    return world.identities().all().stream().filter(i -> names(i.id(), target)).findFirst();
  }

  private static boolean names(ArmId id, String target) {
    return id.text().equalsIgnoreCase(target) || id.name().equalsIgnoreCase(target);
  }
}
