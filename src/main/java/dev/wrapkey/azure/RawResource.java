package dev.wrapkey.azure;

import com.azure.core.http.HttpMethod;
import com.azure.core.http.HttpPipeline;
import com.azure.core.http.HttpRequest;
import com.azure.core.http.HttpResponse;
import com.azure.core.management.exception.ManagementException;
import com.azure.core.util.Context;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.wrapkey.language.Phrases;
import dev.wrapkey.provisioning.CloudFailure;
import dev.wrapkey.provisioning.ResourceId;
import java.nio.charset.StandardCharsets;

/** A resource as the service describes it, without the SDK's idea of it. */
final class RawResource {

  private static final ObjectMapper JSON = new ObjectMapper();

  private RawResource() {}

  /**
   * Reads and indents it.
   *
   * @throws CloudFailure if the service refuses
   */
  static String read(HttpPipeline pipeline, String endpoint, ResourceId id, String apiVersion) {
    String base = endpoint.endsWith("/") ? endpoint.substring(0, endpoint.length() - 1) : endpoint;
    HttpRequest request = new HttpRequest(HttpMethod.GET, base + id + "?api-version=" + apiVersion);
    return AzureFailures.ask(() -> indented(pipeline, request));
  }

  private static String indented(HttpPipeline pipeline, HttpRequest request) {
    try (HttpResponse answer = pipeline.sendSync(request, Context.NONE)) {
      String body = new String(answer.getBodyAsBinaryData().toBytes(), StandardCharsets.UTF_8);
      if (answer.getStatusCode() != 200) {
        throw new ManagementException("HTTP " + answer.getStatusCode(), answer);
      }
      return JSON.readTree(body).toPrettyString();
    } catch (JsonProcessingException malformed) {
      throw new CloudFailure(CloudFailure.Kind.SERVICE, "NotJson", Phrases.say("azure.json"), "");
    }
  }
}
