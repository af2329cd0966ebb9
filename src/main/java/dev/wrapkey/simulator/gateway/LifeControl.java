package dev.wrapkey.simulator.gateway;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.wrapkey.simulator.Load;
import dev.wrapkey.simulator.PracticeCloud;
import dev.wrapkey.simulator.world.Connection;
import dev.wrapkey.simulator.world.Profile;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * {@code /practice/profile}, {@code /practice/connections} and {@code /practice/load}: how servers
 * live by their keys, and what they hold.
 */
final class LifeControl {

  private static final String OCTET = "(25[0-5]|2[0-4]\\d|1?\\d?\\d)";
  private static final Pattern ADDRESS = Pattern.compile(OCTET + "(\\." + OCTET + "){3}");
  private static final int MOST = 1024;
  private static final int USUAL_LOAD = 64;

  private final ObjectMapper mapper = new ObjectMapper();
  private final PracticeCloud cloud;

  LifeControl(PracticeCloud cloud) {
    this.cloud = cloud;
  }

  /**
   * What to answer.
   *
   * @param status HTTP status
   * @param body of success, or the sentence of a refusal
   */
  record Reply(int status, String body) {}

  /** The answer to a request; empty if it is about something else. */
  Optional<Reply> reply(String method, String path, byte[] body) {
    return switch (method + " " + path) {
      case "GET /practice/profile" -> Optional.of(profile());
      case "PUT /practice/profile" -> Optional.of(choose(body));
      case "POST /practice/connections" -> Optional.of(connect(body));
      case "POST /practice/load" -> Optional.of(load(body));
      default -> Optional.empty();
    };
  }

  private Reply profile() {
    Profile profile = cloud.profile();
    return said(
        mapper
            .createObjectNode()
            .put("profile", profile.label())
            .put("noticedWithin", profile.period().toString())
            .put("comesBackByItself", profile.heals()));
  }

  private Reply choose(byte[] body) {
    Optional<Profile> wanted = read(body).flatMap(b -> Profile.named(b.path("profile").asText()));
    wanted.ifPresent(cloud::liveBy);
    return wanted.isPresent() ? profile() : new Reply(400, "profile is current or 2023.");
  }

  private Reply connect(byte[] body) {
    Optional<JsonNode> sent = read(body);
    if (sent.isEmpty() || text(sent.get(), "server").isEmpty()) {
      return new Reply(400, "Say server: its name or its identifier.");
    }
    JsonNode wanted = sent.get();
    String from = text(wanted, "from");
    if (!from.isEmpty() && !ADDRESS.matcher(from).matches()) {
      return new Reply(400, "from is an IPv4 address.");
    }
    Connection made =
        cloud.connect(
            new Connection.Attempt(
                text(wanted, "server"),
                text(wanted, "user"),
                text(wanted, "password"),
                text(wanted, "database"),
                from));
    ObjectNode told =
        mapper.createObjectNode().put("connected", made.accepted()).put("message", made.message());
    if (!made.sqlState().isEmpty()) {
      told.put("sqlState", made.sqlState());
    }
    return said(made.accepted() ? told.put("pages", made.pages()).put("rows", made.rows()) : told);
  }

  private Reply load(byte[] body) {
    Optional<JsonNode> sent = read(body);
    if (sent.isEmpty() || text(sent.get(), "server").isEmpty()) {
      return new Reply(400, "Say server: its name or its identifier.");
    }
    JsonNode size = sent.get().path("mebibytes");
    int mebibytes = size.isMissingNode() ? USUAL_LOAD : size.asInt(0);
    if (mebibytes < 1 || mebibytes > Load.MOST_MEBIBYTES) {
      return new Reply(400, "mebibytes is a whole number from 1 to 1024.");
    }
    Load.Outcome done = cloud.load(text(sent.get(), "server"), mebibytes, Load.Watch.TO_THE_END);
    if (done.rows() == 0) {
      return new Reply(409, done.refusal());
    }
    return said(
        mapper
            .createObjectNode()
            .put("rows", done.rows())
            .put("pages", done.pages())
            .put("complete", done.complete())
            .put("message", done.refusal()));
  }

  /** A text of bearable length. */
  private static String text(JsonNode from, String name) {
    String text = from.path(name).asText();
    return text.length() > MOST ? "" : text;
  }

  private Optional<JsonNode> read(byte[] body) {
    try {
      return Optional.of(mapper.readTree(new String(body, StandardCharsets.UTF_8)));
    } catch (JsonProcessingException malformed) {
      return Optional.empty();
    }
  }

  private static Reply said(ObjectNode body) {
    return new Reply(200, body.toString());
  }
}
