package dev.wrapkey.provisioning;

/**
 * A {@link CloudFailure} as a ledger keeps it: why a deployment failed, for somebody who reads it
 * after a restart.
 *
 * @param kind what kind of failure
 * @param code the service's error code
 * @param details the service's words
 * @param correlationId what support asks for; empty if unknown
 * @param body the service's whole answer; empty if there was none
 */
public record Refusal(
    CloudFailure.Kind kind, String code, String details, String correlationId, String body) {

  /** Of a failure; the secret, should the service have repeated it, is left out. */
  static Refusal of(CloudFailure failure, Secret secret) {
    return new Refusal(
        failure.kind(),
        failure.code(),
        without(secret, failure.details()),
        failure.correlationId(),
        without(secret, failure.body()));
  }

  private static String without(Secret secret, String text) {
    return secret.isEmpty() ? text : text.replace(secret.reveal(), secret.toString());
  }

  public CloudFailure failure() {
    return new CloudFailure(kind, code, details, correlationId).withBody(body);
  }
}
