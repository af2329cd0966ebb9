package dev.wrapkey.azure;

import com.azure.core.http.HttpResponse;
import com.azure.json.JsonProviders;
import com.azure.json.JsonReader;
import dev.wrapkey.provisioning.CloudFailure;
import java.io.IOException;
import java.util.Locale;
import java.util.Map;

/**
 * What a status URL says. It says so with HTTP status 200, failed or not.
 *
 * @param status {@code InProgress}, {@code Succeeded}, {@code Failed}, {@code Canceled} …, in lower
 *     case
 * @param error why it failed
 * @param correlationId of the answer
 * @param body the answer as it came
 */
record OperationStatus(String status, ErrorBody error, String correlationId, String body) {

  static OperationStatus read(HttpResponse answer) {
    String body = answer.getBodyAsBinaryData().toString();
    try (JsonReader json = JsonProviders.createReader(body)) {
      if (json.readUntyped() instanceof Map<?, ?> map
          && map.get("status") instanceof String status) {
        return new OperationStatus(
            status.toLowerCase(Locale.ROOT),
            ErrorBody.of(map),
            AzureFailures.correlationId(answer),
            body);
      }
    } catch (IOException _) {
      // Told below, together with answers that are whole but say nothing.
    }
    throw new CloudFailure(
        CloudFailure.Kind.UNREACHABLE,
        "UnreadableAnswer",
        body,
        AzureFailures.correlationId(answer));
  }

  boolean ended() {
    return switch (status) {
      case "succeeded" -> true;
      case "failed" -> throw AzureFailures.ofOperation(error, correlationId).withBody(body);
      case "canceled", "cancelled" ->
          throw AzureFailures.ofOperation(
                  error.code().isEmpty()
                      ? new ErrorBody("OperationCancelled", "", error.message())
                      : error,
                  correlationId)
              .withBody(body);
      default -> false;
    };
  }
}
