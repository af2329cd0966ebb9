package dev.wrapkey.provisioning;

import java.time.Duration;

/**
 * A refusal or failure of the cloud that Wrapkey expects and explains. Anything else that goes
 * wrong is a bug.
 *
 * <p>{@code kind} selects our three texts (what happened, what it means, what to do); the service's
 * own words are details.
 */
public final class CloudFailure extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** What kind of failure it is; mapped from the service's error code, never from its text. */
  public enum Kind {
    /** The account or identity lacks a right. */
    FORBIDDEN,
    /** Sign-in failed or the token was refused. */
    SIGN_IN,
    /** The thing asked for does not exist. */
    NOT_FOUND,
    /** The name is taken, or a deleted thing still holds it. */
    NAME_TAKEN,
    /** Another operation holds the resource. */
    BUSY,
    /** The request breaks a rule of the service. */
    INVALID,
    /** The identity cannot use the key: missing right, missing key, disabled or expired key. */
    KEY_UNUSABLE,
    /** Too many requests. */
    THROTTLED,
    /** No answer, or an answer that could not be read. */
    UNREACHABLE,
    /** No connection was made at all: no network, no such host, nobody listening. */
    OFFLINE,
    /** The other side could not prove who it is, so nothing was said to it. */
    TLS,
    /** The service failed on its own. */
    SERVICE;

    /**
     * Whether the service said nothing. Of a single request without a connection nothing happened;
     * but it may have been the second one after a first whose answer was lost.
     */
    public boolean isSilence() {
      return this == UNREACHABLE || this == OFFLINE || this == TLS;
    }
  }

  private final Kind kind;
  private final String code;
  private final String correlationId;
  private final Duration retryAfter;
  private final String body;

  /**
   * @param kind see {@link Kind}
   * @param code the service's error code, or our own word where there was no answer
   * @param details the service's message
   * @param correlationId what support asks for; empty if unknown
   */
  public CloudFailure(Kind kind, String code, String details, String correlationId) {
    this(kind, code, details, correlationId, Duration.ZERO);
  }

  /**
   * A failure that says when to come back.
   *
   * @param retryAfter how long the service wants us to wait before we try again; zero if it does
   *     not say
   */
  public CloudFailure(
      Kind kind, String code, String details, String correlationId, Duration retryAfter) {
    this(kind, code, details, correlationId, retryAfter, "");
  }

  private CloudFailure(
      Kind kind,
      String code,
      String details,
      String correlationId,
      Duration retryAfter,
      String body) {
    super(details);
    this.body = body;
    this.kind = kind;
    this.code = code;
    this.correlationId = correlationId;
    this.retryAfter = retryAfter;
  }

  public Kind kind() {
    return kind;
  }

  public String code() {
    return code;
  }

  /** The service's own words. */
  public String details() {
    return String.valueOf(getMessage());
  }

  public String correlationId() {
    return correlationId;
  }

  /** How long the service wants us to wait before we try again; zero if it does not say. */
  public Duration retryAfter() {
    return retryAfter;
  }

  /** The same with the service's whole answer. */
  public CloudFailure withBody(String newBody) {
    CloudFailure whole =
        new CloudFailure(kind, code, details(), correlationId, retryAfter, newBody);
    whole.setStackTrace(getStackTrace());
    return whole;
  }

  /** The service's whole answer as it came, usually JSON; empty if there was none. */
  public String body() {
    return body;
  }
}
