package dev.wrapkey.simulator.gateway;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.wrapkey.simulator.PracticeCloud;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.regex.Pattern;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.Fields;

/**
 * {@code /practice/…} on the gateway's own address: the clock, what happened, starting over. For
 * those who can read the state folder: every request carries the token of {@code practice.env}.
 */
final class Control {

  private static final int MOST_BODY = 64 * 1024;
  private static final Pattern HERE = Pattern.compile("(?i)(127\\.0\\.0\\.1|localhost)(:\\d+)?");
  private static final Duration FARTHEST = Duration.ofDays(366);

  private final ObjectMapper mapper = new ObjectMapper();
  private final PracticeCloud cloud;
  private final Pace pace;
  private final Events events;
  private final LifeControl life;
  private final String token;

  Control(PracticeCloud cloud, Pace pace, Events events, String token) {
    this.cloud = cloud;
    this.pace = pace;
    this.events = events;
    this.life = new LifeControl(cloud);
    this.token = token;
  }

  void answer(Request request, Response response, Callback callback) {
    String host = String.valueOf(request.getHeaders().get(HttpHeader.HOST));
    String path = String.valueOf(request.getHttpURI().getPath());
    boolean elsewhere = request.getHttpURI().getPathQuery() == null;
    if (elsewhere || !HERE.matcher(host).matches()) {
      refuse(response, callback, 403, "This gateway passes nothing on; it answers CONNECT only.");
    } else if (!path.startsWith("/practice/")) {
      refuse(response, callback, 404, "Nothing is here. See docs/gateway.md.");
    } else if (!isAllowed(request)) {
      response.getHeaders().put(HttpHeader.WWW_AUTHENTICATE, "Bearer");
      refuse(response, callback, 401, "The token of practice.env is missing or wrong.");
    } else if (request.getLength() > MOST_BODY) {
      refuse(response, callback, 413, "The request content is too long.");
    } else {
      Content.Source.asByteArrayAsync(request, MOST_BODY)
          .whenComplete(
              (body, failure) -> {
                if (body == null) {
                  refuse(response, callback, 400, "The request content cannot be read.");
                } else {
                  route(request, response, callback, body);
                }
              });
    }
  }

  private void route(Request request, Response response, Callback callback, byte[] body) {
    switch (request.getMethod() + " " + request.getHttpURI().getPath()) {
      case "GET /practice/clock" -> say(response, callback, clock());
      case "POST /practice/clock" -> steer(response, callback, body);
      case "GET /practice/events" -> say(response, callback, events(request));
      case "POST /practice/reset" -> {
        cloud.reset();
        say(response, callback, mapper.createObjectNode().put("reset", true));
      }
      default -> elsewhere(request, response, callback, body);
    }
  }

  private void elsewhere(Request request, Response response, Callback callback, byte[] body) {
    Optional<LifeControl.Reply> reply =
        life.reply(request.getMethod(), request.getHttpURI().getPath(), body);
    if (reply.isEmpty()) {
      refuse(response, callback, 404, "There is no such control.");
    } else if (reply.get().status() == 200) {
      Answers.json(response, callback, 200, reply.get().body());
    } else {
      refuse(response, callback, reply.get().status(), reply.get().body());
    }
  }

  private ObjectNode clock() {
    return mapper
        .createObjectNode()
        .put("now", pace.now().toString())
        .put("speed", pace.speed().toString());
  }

  private void steer(Response response, Callback callback, byte[] body) {
    try {
      JsonNode wanted = mapper.readTree(new String(body, StandardCharsets.UTF_8));
      boolean advances = wanted.path("advance").isTextual();
      boolean speeds = wanted.path("speed").isTextual();
      if (!advances && !speeds) {
        refuse(response, callback, 400, "Say advance (an ISO 8601 duration) or speed.");
        return;
      }
      Speed speed = speeds ? Speed.of(wanted.path("speed").asText()) : pace.speed();
      Duration length = advances ? length(wanted.path("advance").asText()) : Duration.ZERO;
      pace.runAt(speed);
      pace.advance(length);
      say(response, callback, clock());
    } catch (JsonProcessingException malformed) {
      refuse(response, callback, 400, "The request content is not JSON.");
    } catch (DateTimeParseException | IllegalArgumentException nonsense) {
      refuse(
          response,
          callback,
          400,
          "advance is a duration such as PT60M, up to 366 days; speed is instant, real or 60x.");
    }
  }

  private static Duration length(String text) {
    Duration length = Duration.parse(text);
    if (length.isNegative() || length.compareTo(FARTHEST) > 0) {
      throw new IllegalArgumentException("out of range");
    }
    return length;
  }

  private ObjectNode events(Request request) {
    Fields query = Request.extractQueryParameters(request);
    String after = query.getValue("after");
    long number = after != null && after.matches("\\d{1,18}") ? Long.parseLong(after) : 0;
    ArrayNode found = mapper.createArrayNode();
    for (Events.Event event : events.after(number)) {
      found
          .addObject()
          .put("number", event.number())
          .put("at", event.at().toString())
          .put("method", event.method())
          .put("host", event.host())
          .put("path", event.path())
          .put("status", event.status());
    }
    return mapper.createObjectNode().set("value", found);
  }

  private boolean isAllowed(Request request) {
    String given = String.valueOf(request.getHeaders().get(HttpHeader.AUTHORIZATION));
    return MessageDigest.isEqual(Answers.utf8(given), Answers.utf8("Bearer " + token));
  }

  private static void say(Response response, Callback callback, JsonNode body) {
    Answers.json(response, callback, 200, body.toString());
  }

  private static void refuse(Response response, Callback callback, int status, String words) {
    Answers.refuse(response, callback, status, "PracticeControl", words);
  }
}
