package dev.wrapkey.simulator.rest;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.wrapkey.simulator.world.Ids;
import dev.wrapkey.simulator.world.KeyBench;
import dev.wrapkey.simulator.world.Principal;
import dev.wrapkey.simulator.world.Refusal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.function.Supplier;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.regex.Pattern;

/**
 * The practice cloud's front door: a request in, an answer out, for every host name of Azure that
 * it plays. It always answers; a fault of a handler becomes status 500.
 */
public final class Front {

  private static final Logger LOG = Logger.getLogger(Front.class.getName());
  // Of the block that RFC 5737 sets aside for documents.
  private static final String CALLER_ADDRESS = "203.0.113.7";
  private static final Pattern MAKES_KEY = Pattern.compile("/keys/[^/]+/(create|rotate)");
  private static final Principal NOBODY = new Principal("", "", "nobody", false);

  private final Transactions transactions;
  private final Ids ids;
  private final List<Route> login;
  private final Directory directory;
  private final Router management;
  private final KeyPlane keys;

  Front(
      Transactions transactions,
      Ids ids,
      List<Route> login,
      Directory directory,
      Router management,
      KeyPlane keys) {
    this.transactions = transactions;
    this.ids = ids;
    this.login = login;
    this.directory = directory;
    this.management = management;
    this.keys = keys;
  }

  /** Answers a request. What it changed is durable before this returns. */
  public WireAnswer handle(WireRequest received) {
    WireRequest request = traced(received);
    boolean reads = request.verb().equals("GET") || request.method().equals("HEAD");
    Supplier<WireAnswer> answer = () -> transactions.run(!reads, () -> refusable(request));
    FutureTask<WireAnswer> work =
        new FutureTask<>(() -> makesKey(request) ? KeyBench.run(answer) : answer.get());
    work.run();
    return stamped(request, resultOf(work, request));
  }

  /** Refuses a request without looking at it. */
  public WireAnswer refuse(WireRequest request, Refusal refusal) {
    return stamped(request, answer(refusal));
  }

  private static boolean makesKey(WireRequest request) {
    return request.method().equals("POST")
        && MAKES_KEY.matcher(request.uri().getRawPath()).matches();
  }

  /** A request belongs together with others by an id that the client names, or that it is given. */
  private WireRequest traced(WireRequest request) {
    if (request.header(Journal.CORRELATION).matches("[A-Za-z0-9-]{1,64}")) {
      return request;
    }
    Map<String, String> headers = new TreeMap<>(request.headers());
    headers.put(Journal.CORRELATION, ids.guid());
    return new WireRequest(request.method(), request.uri(), headers, request.body());
  }

  private static WireAnswer resultOf(FutureTask<WireAnswer> work, WireRequest request) {
    if (work.state() == Future.State.SUCCESS) {
      return work.resultNow();
    }
    Throwable fault = work.exceptionNow();
    LOG.log(
        Level.SEVERE, fault, () -> "fault at " + request.method() + " " + request.uri().getPath());
    return answer(
        new Refusal(500, "InternalServerError", "The practice cloud failed: a fault of Wrapkey."));
  }

  private WireAnswer refusable(WireRequest request) {
    try {
      return dispatch(request);
    } catch (Refusal refused) {
      return answer(refused);
    }
  }

  private WireAnswer dispatch(WireRequest request) {
    String host = String.valueOf(request.uri().getHost()).toLowerCase(Locale.ROOT);
    if (host.endsWith(".vault.azure.net") || host.endsWith(".managedhsm.azure.net")) {
      return keys.handle(request);
    }
    return switch (host) {
      case "management.azure.com" -> management.handle(request);
      case "login.microsoftonline.com", "login.windows.net" -> signIn(request);
      case "graph.microsoft.com" -> directory.handle(request);
      case "api.ipify.org" -> WireAnswer.text(CALLER_ADDRESS);
      default ->
          throw new Refusal(
              404, "PracticeCloudHostUnknown", "The practice cloud does not play " + host + ".");
    };
  }

  private WireAnswer signIn(WireRequest request) {
    String path = request.uri().getRawPath();
    List<String> segments = PathTemplate.segments(path);
    for (Route route : login) {
      Optional<Map<String, String>> parts = route.match(segments);
      if (parts.isPresent() && route.method().equals(request.method())) {
        return route.handler().handle(new Call(request, parts.get(), NOBODY));
      }
    }
    throw ArmErrors.noSuchRoute(request.method(), path);
  }

  static WireAnswer answer(Refusal refusal) {
    ObjectNode error = Tree.of("code", refusal.code(), "message", refusal.words());
    if (!refusal.inner().isEmpty()) {
      error.set("innererror", Tree.of("code", refusal.inner()));
    }
    WireAnswer answer = WireAnswer.json(refusal.status(), Tree.of("error", error));
    return refusal.status() == 401
        ? answer.with(
            "WWW-Authenticate", "Bearer authorization_uri=\"https://login.microsoftonline.com/\"")
        : answer;
  }

  private WireAnswer stamped(WireRequest request, WireAnswer answer) {
    String id = ids.guid();
    WireAnswer stamped =
        answer
            .with("x-ms-request-id", id)
            .with(Journal.CORRELATION, request.header(Journal.CORRELATION));
    for (String echo : List.of("x-ms-client-request-id", "client-request-id")) {
      String value = request.header(echo);
      stamped = value.isEmpty() ? stamped : stamped.with(echo, value);
    }
    return stamped;
  }
}
