package dev.wrapkey.provisioning;

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
          "Asked for: %s. The server has: %s.".formatted(describe(planned), describe(actual)),
          "");
    }
  }

  private static String describe(DataEncryption encryption) {
    return encryption.isCustomerManaged()
        ? encryption.key().map(KeyIdentifier::toString).orElse("no key")
            + " used by "
            + encryption.identity().map(ResourceId::toString).orElse("no identity")
            + encryption
                .geo()
                .map(geo -> ", geo-redundant backup " + geo.key() + " used by " + geo.identity())
                .orElse("")
        : "a service-managed key";
  }

  // A change of the first key says nothing of the second, which stays.
  private static DataEncryption asFarAsAsked(DataEncryption actual, DataEncryption planned) {
    return planned.geo().isPresent() ? actual : actual.withGeo(planned.geo());
  }
}
