package dev.wrapkey.provisioning;

import dev.wrapkey.language.Phrases;
import dev.wrapkey.provisioning.CloudFailure.Kind;
import java.time.Duration;
import java.util.Optional;

/** The request of a key change, sent only to a server that can take it and that nobody changed. */
final class KeySending {

  private final Servers servers;
  private final ResourceId id;
  private final Optional<DataEncryption> base;
  private final DataEncryption wanted;
  private DataEncryption whole;
  private boolean accessible = true;

  KeySending(Servers servers, ResourceId id, Optional<DataEncryption> base, DataEncryption wanted) {
    this.servers = servers;
    this.id = id;
    this.base = base;
    this.wanted = wanted;
    this.whole = wanted;
  }

  /** Looks and sends; what the server has already is not sent again. */
  RunningOperation send() {
    Server now = servers.get(id);
    accessible = !now.state().equals("Inaccessible") && !now.encryption().hasInvalidKey();
    whole = completed(now.encryption());
    requireChangeable(now);
    if (now.encryption().usesTheSameAs(whole) && !CreateServer.isOnItsWay(now)) {
      return new Done();
    }
    return servers.changeKey(id, whole);
  }

  /** What was asked for, with the second key that goes along. */
  DataEncryption whole() {
    return whole;
  }

  /** Whether the server's keys worked before the change. */
  boolean wasAccessible() {
    return accessible;
  }

  /** CMK-26: both pairs or none, so the one that stays goes along. */
  private DataEncryption completed(DataEncryption now) {
    return wanted.geo().isPresent()
        ? wanted.withGeo(wanted.geo().map(GeoEncryption::withoutStatus))
        : wanted.withGeo(now.geo().map(GeoEncryption::withoutStatus));
  }

  private void requireChangeable(Server now) {
    if (!now.encryption().isCustomerManaged()) {
      throw refusal("ServiceManagedKey", Phrases.say("provisioning.serviceManaged"));
    }
    if (now.encryption().geo().isEmpty() && whole.geo().isPresent()) {
      throw refusal("GeoKeyWithoutGeoBackup", Phrases.say("provisioning.geo.disabled"));
    }
    servers
        .federatedClient(id)
        .ifPresent(
            client -> {
              throw refusal(
                  KeyChange.CROSS_TENANT, Phrases.say("provisioning.crossTenant", client));
            });
    if (base.filter(b -> new EncryptionEdit(b, whole).isOvertakenBy(now.encryption()))
        .isPresent()) {
      throw refusal(KeyChange.OVERTAKEN, Phrases.say("provisioning.overtaken", id.name()));
    }
  }

  private static CloudFailure refusal(String code, String details) {
    return new CloudFailure(Kind.INVALID, code, details, "");
  }

  /** There is nothing to wait for. */
  private record Done() implements RunningOperation {

    @Override
    public boolean poll() {
      return true;
    }

    @Override
    public Duration retryAfter() {
      return Duration.ZERO;
    }
  }
}
