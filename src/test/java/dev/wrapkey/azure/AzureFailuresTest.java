package dev.wrapkey.azure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.wrapkey.provisioning.CloudFailure;
import dev.wrapkey.provisioning.CloudFailure.Kind;
import dev.wrapkey.provisioning.KeyIdentifier;
import dev.wrapkey.provisioning.ResourceId;
import java.util.concurrent.CancellationException;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AzureFailuresTest {

  private static final ResourceId SERVER =
      ResourceId.server("facade00-0000-4000-a000-0000000000a1", "rg", "orders-pg");
  private static final KeyIdentifier KEY =
      KeyIdentifier.of("https://kv-orders.vault.azure.net/keys/orders-kek");

  private final Wire wire = new Wire();

  @ParameterizedTest
  @CsvSource({
    "404, KeyNotFound, , NOT_FOUND, KeyNotFound",
    "409, Conflict, ObjectIsDeletedButRecoverable, NAME_TAKEN, ObjectIsDeletedButRecoverable",
    "409, Conflict, ObjectIsBeingDeleted, BUSY, ObjectIsBeingDeleted",
    "409, Conflict, , BUSY, Conflict",
    "400, MethodNotAllowed, RequestNotAllowedOnNonDeletedObject, INVALID,"
        + " RequestNotAllowedOnNonDeletedObject",
    "403, Forbidden, ForbiddenByPolicy, FORBIDDEN, ForbiddenByPolicy",
    "403, Forbidden, AccessDenied, FORBIDDEN, AccessDenied",
    "403, Forbidden, ForbiddenByRbac, FORBIDDEN, ForbiddenByRbac",
    "403, Forbidden, ForbiddenByFirewall, FORBIDDEN, ForbiddenByFirewall",
    "403, Forbidden, KeyDisabled, KEY_UNUSABLE, KeyDisabled",
    "403, Forbidden, KeyExpired, KEY_UNUSABLE, KeyExpired",
    "429, Throttled, , THROTTLED, Throttled",
    "503, Throttled, , THROTTLED, Throttled",
    "503, , , UNREACHABLE, Http503",
  })
  void keyVaultAnswersAreToldApartByTheirCodes(
      int status, String code, String inner, Kind kind, String shown) {
    String innerError = inner == null ? "" : ",\"innererror\":{\"code\":\"" + inner + "\"}";
    String body =
        code == null
            ? "<html>no</html>"
            : "{\"error\":{\"code\":\"" + code + "\",\"message\":\"Words.\"" + innerError + "}}";
    wire.then(Wire.answer(status, body).with("x-ms-request-id", "r-17"));

    CloudFailure failure = failureOf(() -> wire.cloud().keyStores().get(KEY));

    assertThat(failure.kind()).isEqualTo(kind);
    assertThat(failure.code()).isEqualTo(shown);
    assertThat(failure.details()).isEqualTo(code == null ? "" : "Words.");
    assertThat(failure.correlationId()).isEqualTo("r-17");
    assertThat(wire.asked).as("no retry of the SDK's own").hasSize(1);
  }

  @ParameterizedTest
  @CsvSource({
    "404, ResourceGroupNotFound, NOT_FOUND",
    "404, ResourceNotFound, NOT_FOUND",
    "404, ParentResourceNotFound, NOT_FOUND",
    "404, DeletedVaultNotFound, NOT_FOUND",
    "404, RoleAssignmentNotFound, NOT_FOUND",
    "404, RoleDefinitionDoesNotExist, NOT_FOUND",
    "400, PrincipalNotFound, NOT_FOUND",
    "409, CannotDeleteResource, BUSY",
    "412, PreconditionFailed, INVALID",
    "429, RetryableError, THROTTLED",
    "429, TooManyRequests, THROTTLED",
    "400, GeoBackupsNotAvailable, INVALID",
    "403, AuthorizationFailed, FORBIDDEN",
    "401, InvalidAuthenticationToken, SIGN_IN",
    "500, InternalServerError, SERVICE",
    "409, SomethingNobodyHasSeen, BUSY",
    "400, SomethingNobodyHasSeen, INVALID",
    "403, SomethingNobodyHasSeen, FORBIDDEN",
    "501, SomethingNobodyHasSeen, SERVICE",
  })
  void resourceManagerAnswersAreToldApartByTheirCodes(int status, String code, Kind kind) {
    wire.then(
        Wire.answer(status, "{\"error\":{\"code\":\"" + code + "\",\"message\":\"Words.\"}}")
            .with("x-ms-correlation-request-id", "c-1"));

    CloudFailure failure = failureOf(() -> wire.cloud().servers().get(SERVER));

    assertThat(failure.kind()).isEqualTo(kind);
    assertThat(failure.code()).isEqualTo(code);
    assertThat(failure.details()).isEqualTo("Words.");
    assertThat(failure.correlationId()).isEqualTo("c-1");
    assertThat(wire.asked).as("no retry of the SDK's own").hasSize(1);
  }

  @Test
  void aBodyWithoutEnvelopeIsUnderstood() {
    wire.then(412, "{\"code\":\"PreconditionFailed\",\"message\":\"Words.\"}");
    CloudFailure failure = failureOf(() -> wire.cloud().servers().get(SERVER));
    assertThat(failure.code()).isEqualTo("PreconditionFailed");
    assertThat(failure.details()).isEqualTo("Words.");
  }

  @Test
  void halfAnAnswerCountsAsNoAnswer() {
    wire.then(200, "{\"id\":\"/subscriptions/facade00-0000-4000-a000-0000000000a1/resour");
    assertThat(failureOf(() -> wire.cloud().servers().get(SERVER)).kind())
        .isEqualTo(Kind.UNREACHABLE);
  }

  @Test
  void aBrokenConnectionIsUnreachableAndTriedOnce() {
    CloudFailure failure = failureOf(() -> wire.cloud().servers().get(SERVER));
    assertThat(failure.kind()).isEqualTo(Kind.UNREACHABLE);
    assertThat(wire.asked).hasSize(1);
  }

  @Test
  void aBrokenConnectionToAVaultIsUnreachableAndTriedOnce() {
    CloudFailure failure = failureOf(() -> wire.cloud().keyStores().get(KEY));
    assertThat(failure.kind()).isEqualTo(Kind.UNREACHABLE);
    assertThat(wire.asked).hasSize(1);
  }

  @Test
  void aWrongClientSecretIsAFailureOfSignIn() {
    wire.token =
        Wire.answer(
            401,
            "{\"error\":\"invalid_client\",\"error_description\":\"AADSTS7000215: Invalid client"
                + " secret provided.\",\"error_codes\":[7000215]}");
    CloudFailure failure = failureOf(() -> wire.cloud().servers().get(SERVER));
    assertThat(failure.kind()).isEqualTo(Kind.SIGN_IN);
    assertThat(failure.details()).contains("AADSTS7000215");
    assertThat(wire.asked).isEmpty();
  }

  @Test
  void anInterruptedThreadIsACancellationAndStaysInterrupted() {
    Thread.currentThread().interrupt();
    assertThat(
            catchThrowableOfType(
                CancellationException.class, () -> wire.cloud().servers().get(SERVER)))
        .isNotNull();
    assertThat(Thread.interrupted()).isTrue();
    assertThat(wire.asked).isEmpty();
  }

  @Test
  void aBugOfOursIsNotMadeAFailureOfTheCloud() {
    assertThat(AzureFailures.translate(new IllegalStateException("bug")))
        .isInstanceOf(IllegalStateException.class);
  }

  private static CloudFailure failureOf(ThrowingCallable call) {
    CloudFailure failure = catchThrowableOfType(CloudFailure.class, call);
    assertThat(failure).isNotNull();
    return failure;
  }
}
