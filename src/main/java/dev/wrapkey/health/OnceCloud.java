package dev.wrapkey.health;

import dev.wrapkey.preflight.Fact;
import dev.wrapkey.provisioning.Cancellation;
import dev.wrapkey.provisioning.Cloud;
import dev.wrapkey.provisioning.CloudFailure;
import dev.wrapkey.provisioning.KeyStore;
import dev.wrapkey.provisioning.PortCall;
import dev.wrapkey.provisioning.Retry;
import dev.wrapkey.provisioning.Server;
import dev.wrapkey.time.Time;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * A cloud that is asked each question once, however many servers it is asked for, and never changes
 * anything: whatever is not a question listed here is refused. It stands between the rules and the
 * real cloud for the length of one survey. Thread-safe.
 *
 * <p>By reflection, so that what the port learns later is refused here until somebody has thought
 * about it.
 */
final class OnceCloud {

  private static final Set<String> PORTS =
      Set.of("directory", "identities", "keyStores", "keyLife", "safeguards", "servers");
  private static final Set<String> QUESTIONS =
      Set.of(
          "directory.subscriptions",
          "directory.regions",
          "identities.get",
          "keyStores.get",
          "keyStores.versions",
          "keyStores.list",
          "keyLife.policy",
          "keyLife.findDeleted",
          "safeguards.tenant",
          "safeguards.grants",
          "safeguards.locks",
          "safeguards.isLogged",
          "servers.get",
          "servers.list");
  private static final Retry.Policy SHORT =
      new Retry.Policy(
          3,
          Duration.ofSeconds(1),
          Duration.ofSeconds(5),
          Set.of(CloudFailure.Kind.THROTTLED, CloudFailure.Kind.UNREACHABLE));

  private final Map<List<Object>, Fact<Object>> answers = new ConcurrentHashMap<>();
  private final Cloud real;
  private final Time time;
  private final Cancellation cancellation;

  OnceCloud(Cloud real, Time time, Cancellation cancellation) {
    this.real = real;
    this.time = time;
    this.cancellation = cancellation;
  }

  /** The cloud for whoever asks. */
  Cloud cloud() {
    return proxy(Cloud.class, (method, _) -> port(method));
  }

  /** What is known already need not be asked for. */
  void know(Server server) {
    answers.put(List.of("servers.get", server.id()), new Fact<>(() -> server));
  }

  private Object port(Method method) {
    if (!PORTS.contains(method.getName())) {
      throw new UnsupportedOperationException("a survey does not ask for " + method.getName());
    }
    Object port = Objects.requireNonNull(PortCall.of(real, method));
    return proxy(
        method.getReturnType(),
        (question, about) ->
            answer(method.getName() + "." + question.getName(), question, port, about));
  }

  private Object answer(String name, Method question, Object port, Object[] about) {
    if (!QUESTIONS.contains(name)) {
      throw new UnsupportedOperationException("a survey does not ask " + name);
    }
    if (name.equals("keyStores.list")) {
      return list(question, port, about);
    }
    List<Object> key = new ArrayList<>(List.of(about));
    key.addFirst(name);
    return ask(key, () -> invoke(question, port, about));
  }

  // Page by page is for those who look for one store; here all are wanted sooner or later.
  @SuppressWarnings("unchecked") // as the port declares it
  private Boolean list(Method question, Object port, Object[] about) {
    Consumer<List<KeyStore>> page = (Consumer<List<KeyStore>>) about[3];
    page.accept(
        (List<KeyStore>)
            ask(
                List.of("keyStores.list", about[0], about[1]),
                () -> {
                  List<KeyStore> all = new ArrayList<>();
                  Consumer<List<KeyStore>> collect = all::addAll;
                  Object[] whole = {about[0], about[1], cancellation, collect};
                  invoke(question, port, whole);
                  return List.copyOf(all);
                }));
    return true;
  }

  private Object ask(List<Object> question, Supplier<Object> call) {
    cancellation.check();
    return answers.computeIfAbsent(question, _ -> new Fact<>(() -> settled(call))).get();
  }

  // Whoever hears it a second time need not try again.
  private Object settled(Supplier<Object> call) {
    try {
      return new Retry(time, SHORT, (_, _, _) -> {}).call(cancellation, call);
    } catch (CloudFailure failure) {
      throw SHORT.kinds().contains(failure.kind())
          ? new CloudFailure(
              CloudFailure.Kind.SERVICE, failure.code(), failure.details(), failure.correlationId())
          : failure;
    }
  }

  private static Object invoke(Method question, Object port, Object[] about) {
    Object answer = PortCall.of(port, question, about);
    return answer == null ? Boolean.TRUE : answer; // of a question that hands over its answers
  }

  private interface Answering {
    Object answer(Method method, Object[] about);
  }

  private static <T> T proxy(Class<T> port, Answering answering) {
    Object proxy =
        Proxy.newProxyInstance(
            port.getClassLoader(),
            new Class<?>[] {port},
            (_, method, about) -> answering.answer(method, about == null ? new Object[0] : about));
    return port.cast(proxy);
  }
}
