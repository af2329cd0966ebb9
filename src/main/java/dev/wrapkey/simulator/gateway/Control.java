package dev.wrapkey.simulator.gateway;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.wrapkey.simulator.PracticeCloud;
import dev.wrapkey.simulator.fault.Fault;
import dev.wrapkey.simulator.fault.FaultRefused;
import dev.wrapkey.simulator.world.Agenda;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.DateTimeException;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.Fields;

/**
 * {@code /practice/…} on the gateway's own address: the clock, faults, what happened, starting
 * over. For those who can read the state folder: every request carries the token of {@code
 * practice.env}.
 */
final class Control {

  private static final int MOST_BODY = 64 * 1024;
  private static final Pattern HERE = Pattern.compile("(?i)(127\\.0\\.0\\.1|localhost)(:\\d+)?");
  private static final String FAULTS = "/practice/faults";

  private final ObjectMapper mapper = new ObjectMapper();
  private final PracticeCloud cloud;
  private final ClockControl clock;
  private final FaultControl faults;
  private final Events events;
  private final LifeControl life;
  private final SignInControl signIns;
  private final IdentityEndpoint identities;
  private final String token;

  Control(PracticeCloud cloud, Pace pace, Events events, String token) {
    this.cloud = cloud;
    this.clock = new ClockControl(pace);
    this.faults = new FaultControl(cloud.faults());
    this.events = events;
    this.life = new LifeControl(cloud);
    this.signIns = new SignInControl(cloud);
    this.identities = new IdentityEndpoint(cloud, token);
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
    } else if (path.equals(IdentityEndpoint.PATH) && request.getMethod().equals("GET")) {
      identities.answer(request, response, callback);
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
    String path = String.valueOf(request.getHttpURI().getPath());
    if (path.startsWith(FAULTS + "/")) {
      fault(request, response, callback, body);
      return;
    }
    switch (request.getMethod() + " " + path) {
      case "GET /practice/clock" -> say(response, callback, clock.tell());
      case "POST /practice/clock" -> steer(response, callback, body);
      case "GET /practice/timeline" -> timeline(request, response, callback);
      case "GET /practice/events" -> say(response, callback, events(request));
      case "GET " + FAULTS -> say(response, callback, faults.list());
      case "POST /practice/reset" -> {
        cloud.reset();
        say(response, callback, mapper.createObjectNode().put("reset", true));
      }
      default -> elsewhere(request, response, callback, body);
    }
  }

  private void timeline(Request request, Response response, Callback callback) {
    String kinds = Request.extractQueryParameters(request).getValue("kind");
    Set<String> wanted = kinds == null || kinds.isEmpty() ? Set.of() : Set.of(kinds.split(","));
    try {
      say(response, callback, clock.timeline(wanted));
    } catch (IllegalArgumentException unknown) {
      String known =
          Stream.of(Agenda.Kind.values()).map(Agenda.Kind::id).collect(Collectors.joining(", "));
      refuse(
          response, callback, 400, "There is no such kind, or one twice. There are " + known + ".");
    }
  }

  private void elsewhere(Request request, Response response, Callback callback, byte[] body) {
    String method = request.getMethod();
    String path = request.getHttpURI().getPath();
    Optional<LifeControl.Reply> reply =
        life.reply(method, path, body).or(() -> signIns.reply(method, path, body));
    if (reply.isEmpty()) {
      refuse(response, callback, 404, "There is no such control.");
    } else if (reply.get().status() == 200) {
      Answers.json(response, callback, 200, reply.get().body());
    } else {
      refuse(response, callback, reply.get().status(), reply.get().body());
    }
  }

  private void fault(Request request, Response response, Callback callback, byte[] body) {
    String name = request.getHttpURI().getPath().substring(FAULTS.length() + 1);
    Optional<Fault> fault = Fault.named(name);
    if (fault.isEmpty()) {
      refuse(
          response,
          callback,
          404,
          "There is no such fault. There are " + String.join(", ", Fault.ids()) + ".");
      return;
    }
    switch (request.getMethod()) {
      case "PUT" -> switchOn(response, callback, fault.get(), body);
      case "DELETE" ->
          faults
              .switchOff(fault.get())
              .ifPresentOrElse(
                  outcome -> say(response, callback, outcome),
                  () -> refuse(response, callback, 404, fault.get().id() + " is not on."));
      default -> refuse(response, callback, 405, "Faults take PUT and DELETE.");
    }
  }

  private void switchOn(Response response, Callback callback, Fault fault, byte[] body) {
    try {
      say(response, callback, faults.switchOn(fault, read(body)));
    } catch (JsonProcessingException malformed) {
      refuse(response, callback, 400, "The request content is not JSON.");
    } catch (FaultRefused refused) {
      int status = refused.field().equals("name") ? 409 : 400;
      refuse(response, callback, status, refused.words());
    }
  }

  private void steer(Response response, Callback callback, byte[] body) {
    try {
      say(response, callback, clock.steer(read(body)));
    } catch (JsonProcessingException malformed) {
      refuse(response, callback, 400, "The request content is not JSON.");
    } catch (DateTimeException | ArithmeticException | IllegalArgumentException nonsense) {
      refuse(
          response,
          callback,
          400,
          "Say advance (a duration such as PT60M, up to 366 days), until (next, or a moment such as"
              + " 2026-11-30T00:00:00Z, not past and up to 366 days away) or speed (paused,"
              + " instant, real or 60x).");
    }
  }

  private JsonNode read(byte[] body) throws JsonProcessingException {
    return mapper.readTree(new String(body, StandardCharsets.UTF_8));
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
          .put("status", event.status())
          .put("fault", event.fault());
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
