package dev.wrapkey.simulator.gateway;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.wrapkey.simulator.PracticeCloud;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.cert.CertificateFactory;
import java.util.Optional;

/**
 * {@code /practice/devicecode} and {@code /practice/certificates}: what a person or an
 * administrator would do on pages of Entra.
 */
final class SignInControl {

  private final ObjectMapper mapper = new ObjectMapper();
  private final PracticeCloud cloud;

  SignInControl(PracticeCloud cloud) {
    this.cloud = cloud;
  }

  /** The answer to a request; empty if it is about something else. */
  Optional<LifeControl.Reply> reply(String method, String path, byte[] body) {
    return switch (method + " " + path) {
      case "POST /practice/devicecode" -> Optional.of(decide(body));
      case "PUT /practice/certificates" -> Optional.of(accept(body));
      default -> Optional.empty();
    };
  }

  private LifeControl.Reply decide(byte[] body) {
    JsonNode sent;
    try {
      sent = mapper.readTree(new String(body, StandardCharsets.UTF_8));
    } catch (JsonProcessingException malformed) {
      return new LifeControl.Reply(400, "The request content is not JSON.");
    }
    boolean approve = sent.path("approve").asBoolean(true);
    return cloud.signIns().decide(sent.path("userCode").asText(), approve)
        ? new LifeControl.Reply(200, mapper.createObjectNode().put("approved", approve).toString())
        : new LifeControl.Reply(404, "Nobody waits with such a userCode.");
  }

  private LifeControl.Reply accept(byte[] body) {
    try {
      int found =
          CertificateFactory.getInstance("X.509")
              .generateCertificates(new ByteArrayInputStream(body))
              .size();
      cloud.acceptCertificates(new String(body, StandardCharsets.US_ASCII));
      return new LifeControl.Reply(
          200, mapper.createObjectNode().put("certificates", found).toString());
    } catch (GeneralSecurityException malformed) {
      return new LifeControl.Reply(400, "The request content is no certificate in PEM form.");
    }
  }
}
