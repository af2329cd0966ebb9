package dev.wrapkey.simulator.gateway;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.wrapkey.simulator.PracticeCloud;
import dev.wrapkey.simulator.rest.MachineIdentities;
import java.security.MessageDigest;
import java.util.Optional;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.Fields;

/**
 * {@code /practice/identity}: what {@code IDENTITY_ENDPOINT} leads to on a computer of Azure App
 * Service ("How to use managed identities for App Service", REST endpoint reference of 2019-08-01,
 * read on 22 November 2026). {@code IDENTITY_HEADER} is the token of {@code practice.env}.
 */
final class IdentityEndpoint {

  static final String PATH = "/practice/identity";

  private final ObjectMapper mapper = new ObjectMapper();
  private final PracticeCloud cloud;
  private final String secret;

  IdentityEndpoint(PracticeCloud cloud, String secret) {
    this.cloud = cloud;
    this.secret = secret;
  }

  void answer(Request request, Response response, Callback callback) {
    String given = String.valueOf(request.getHeaders().get("X-IDENTITY-HEADER"));
    Fields query = Request.extractQueryParameters(request);
    String resource = text(query, "resource");
    if (!MessageDigest.isEqual(Answers.utf8(given), Answers.utf8(secret))) {
      refuse(response, callback, 401, "The header X-IDENTITY-HEADER is missing or wrong.");
    } else if (resource.isEmpty()) {
      refuse(response, callback, 400, "The parameter resource is missing.");
    } else {
      Optional<MachineIdentities.Granted> granted =
          cloud.machineToken(resource, text(query, "client_id"));
      granted.ifPresentOrElse(
          token -> grant(response, callback, resource, token),
          () ->
              refuse(
                  response,
                  callback,
                  400,
                  "No User Assigned or Delegated Managed Identity found for specified"
                      + " ClientId/ResourceId/PrincipalId."));
    }
  }

  private void grant(
      Response response, Callback callback, String resource, MachineIdentities.Granted granted) {
    Answers.json(
        response,
        callback,
        200,
        mapper
            .createObjectNode()
            .put("access_token", granted.token())
            .put("expires_on", String.valueOf(granted.ends().getEpochSecond()))
            .put("resource", resource)
            .put("token_type", "Bearer")
            .put("client_id", granted.clientId())
            .toString());
  }

  private void refuse(Response response, Callback callback, int status, String words) {
    Answers.json(
        response,
        callback,
        status,
        mapper.createObjectNode().put("statusCode", status).put("message", words).toString());
  }

  private static String text(Fields query, String name) {
    String value = query.getValue(name);
    return value == null ? "" : value;
  }
}
