package dev.wrapkey.provisioning;

import dev.wrapkey.language.Phrases;
import dev.wrapkey.provisioning.CloudFailure.Kind;

/** Reads the server back and holds it against the plan: what was asked for is not yet what is. */
final class VerifyEncryption implements ProvisioningStep {

  static final String ID = "verify";

  @Override
  public String id() {
    return ID;
  }

  @Override
  public void run(StepContext context) {
    requireAsPlanned(
        context.work().call(() -> context.cloud().servers().get(context.plan().serverId())),
        context.plan().encryption());
  }

  /**
   * The keys are those of the plan and the service finds them valid, the second one too.
   *
   * @throws CloudFailure {@code KeyStatusInvalid} or {@code EncryptionDiffers}
   */
  static void requireAsPlanned(Server server, DataEncryption planned) {
    DataEncryption actual = server.encryption();
    if (actual.hasInvalidKey() || server.state().equals("Inaccessible")) {
      throw new CloudFailure(Kind.KEY_UNUSABLE, "KeyStatusInvalid", describe(actual), "");
    }
    requireKeys(server, planned);
  }

  /**
   * The keys are those of the plan, whatever the service has found out about them.
   *
   * @throws CloudFailure {@code EncryptionDiffers}
   */
  static void requireKeys(Server server, DataEncryption planned) {
    DataEncryption actual = server.encryption();
    if (actual.mode() != planned.mode()
        || !describe(asFarAsAsked(actual, planned)).equalsIgnoreCase(describe(planned))) {
      throw new CloudFailure(
          Kind.SERVICE,
          KeyChange.DIFFERS,
          Phrases.say("provisioning.differs", describe(planned), describe(actual)),
          "");
    }
  }

  private static String describe(DataEncryption encryption) {
    if (!encryption.isCustomerManaged()) {
      return Phrases.say("provisioning.keys.service");
    }
    Object key =
        encryption
            .key()
            .map(KeyIdentifier::toString)
            .orElseGet(() -> Phrases.say("provisioning.keys.none"));
    Object identity =
        encryption
            .identity()
            .map(ResourceId::toString)
            .orElseGet(() -> Phrases.say("provisioning.keys.nobody"));
    String first = Phrases.say("provisioning.keys.used", key, identity);
    return encryption
        .geo()
        .map(geo -> Phrases.say("provisioning.keys.geo", first, geo.key(), geo.identity()))
        .orElse(first);
  }

  // A change of the first key says nothing of the second, which stays.
  private static DataEncryption asFarAsAsked(DataEncryption actual, DataEncryption planned) {
    return planned.geo().isPresent() ? actual : actual.withGeo(planned.geo());
  }
}
