package dev.wrapkey.ui;

import dev.wrapkey.provisioning.Cancellation;
import dev.wrapkey.provisioning.DataEncryption;
import dev.wrapkey.provisioning.GeoEncryption;
import dev.wrapkey.provisioning.KeyChange;
import dev.wrapkey.provisioning.KeyEdit;
import dev.wrapkey.provisioning.KeyIdentifier;
import dev.wrapkey.provisioning.KeyStore;
import dev.wrapkey.provisioning.ManagedIdentity;
import dev.wrapkey.provisioning.Outcome;
import dev.wrapkey.provisioning.Permit;
import dev.wrapkey.provisioning.Retry;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;

/** The causes of portal specification 7.2, brought about over the wire as a person would. */
public enum Loss {
  INA_1_KEY_EXPIRED("billing-pg", "INA-1", on -> on.expire(on.key())),
  INA_1_SECOND_KEY_EXPIRED("billing-pg", "INA-1", on -> on.expire(on.geoKey())),
  INA_2_OLD_VERSION_EXPIRED("orders-pg", "INA-2", Site::leaveBehind),
  INA_3_VAULT_DELETED("orders-pg", "INA-3", Site::deleteVault),
  INA_4_KEY_DELETED("orders-pg", "INA-4", Site::deleteKey),
  INA_4_KEY_DISABLED("orders-pg", "INA-4", on -> on.edit(on.key(), KeyEdit.enabled(false))),
  INA_5_IDENTITY_DELETED("orders-pg", "INA-5", Site::deleteIdentity),
  INA_6_ROLE_REMOVED("orders-pg", "INA-6", Site::withdraw),
  INA_7_POLICY_REVOKED("orders-pg", "INA-7", Site::withdrawPolicy),
  INA_8_FIREWALL_CLOSED("orders-pg", "INA-8", Site::shut),
  INA_9_KEY_NOT_ACTIVE_YET("orders-pg", "INA-9", Site::postpone);

  private final String server;
  private final String rule;
  private final Consumer<Site> cause;

  Loss(String server, String rule, Consumer<Site> cause) {
    this.server = server;
    this.rule = rule;
    this.cause = cause;
  }

  public String server() {
    return server;
  }

  public String rule() {
    return rule;
  }

  /** Brings it about; the server does not notice yet. */
  public void bringAbout(Practice practice) {
    cause.accept(new Site(practice, server));
  }

  /** A server with all that it depends on. */
  private record Site(Practice practice, String server) {

    private DataEncryption encryption() {
      return practice.server(server).encryption();
    }

    KeyIdentifier key() {
      return encryption().key().orElseThrow();
    }

    KeyIdentifier geoKey() {
      return encryption().geo().map(GeoEncryption::key).orElseThrow();
    }

    private KeyStore vault() {
      return practice.store(key().storeName());
    }

    private ManagedIdentity identity() {
      return practice.cloud().identities().get(encryption().identity().orElseThrow());
    }

    void edit(KeyIdentifier key, KeyEdit edit) {
      KeyIdentifier version = practice.cloud().keyStores().get(key).id();
      practice.cloud().keyLife().edit(version, edit);
    }

    private Instant in(Duration length) {
      return practice.time().now().plus(length);
    }

    void expire(KeyIdentifier key) {
      edit(
          key,
          new KeyEdit(
              Optional.empty(),
              Optional.empty(),
              Optional.of(in(Duration.ofMinutes(5))),
              Optional.empty()));
      practice.time().jump(Duration.ofMinutes(5));
    }

    void leaveBehind() {
      practice.cloud().keyStores().rotate(key());
      expire(key());
    }

    void postpone() {
      edit(
          key(),
          new KeyEdit(
              Optional.empty(),
              Optional.of(in(Duration.ofDays(5))),
              Optional.empty(),
              Optional.empty()));
    }

    void deleteVault() {
      practice.cloud().storeLife().delete(vault()).poll();
    }

    void deleteKey() {
      practice.cloud().keyLife().delete(key()).poll();
    }

    void deleteIdentity() {
      practice.cloud().identities().delete(identity().id());
    }

    void withdraw() {
      for (Permit permit : practice.cloud().safeguards().permits(vault(), key(), identity())) {
        practice.cloud().safeguards().withdraw(vault(), permit);
      }
    }

    void withdrawPolicy() {
      KeyIdentifier other = practice.newest("kv-policy-eastus", "policy-kek");
      practice.cloud().safeguards().grant(practice.store("kv-policy-eastus"), identity());
      Outcome moved =
          new KeyChange(practice.cloud(), practice.time(), Retry.Policy.STANDARD)
              .run(
                  practice.idOf(server),
                  DataEncryption.customerManaged(other, identity().id()),
                  event -> {},
                  new Cancellation());
      if (!(moved instanceof Outcome.Succeeded)) {
        throw new AssertionError(moved);
      }
      withdraw();
    }

    void shut() {
      practice.cloud().storeLife().setNetwork(vault(), KeyStore.Network.SELECTED);
    }
  }
}
