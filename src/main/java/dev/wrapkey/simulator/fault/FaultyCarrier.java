package dev.wrapkey.simulator.fault;

import dev.wrapkey.simulator.rest.Carrier;
import dev.wrapkey.simulator.rest.Delivery;
import dev.wrapkey.simulator.rest.Delivery.Fate;
import dev.wrapkey.simulator.rest.Front;
import dev.wrapkey.simulator.rest.WireAnswer;
import dev.wrapkey.simulator.rest.WireRequest;
import dev.wrapkey.simulator.world.Ids;
import dev.wrapkey.simulator.world.Mishap;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * The way of a client's request to the practice cloud and back, with the faults that are on. What
 * servers ask of their vaults goes another way and meets none.
 */
public final class FaultyCarrier implements Carrier {

  private final Front front;
  private final Faults faults;
  private final Ids ids;
  private final String principal;
  private final EndedTokens ended;

  /**
   * @param principal object id of the one whose rights may be late
   * @param tenant whose tokens are taken
   * @param now the moment that refusals of tokens name
   */
  public FaultyCarrier(
      Front front, Faults faults, Ids ids, String principal, String tenant, Supplier<Instant> now) {
    this.ended = new EndedTokens(faults, tenant, now);
    this.front = front;
    this.faults = faults;
    this.ids = ids;
    this.principal = principal;
  }

  @Override
  public Delivery deliver(WireRequest request) {
    Optional<Switched> throttling = faults.striking(Fault.THROTTLING, request);
    if (throttling.isPresent()) {
      WireAnswer refusal =
          front.refuse(request, Answers.throttled(request, throttling.get().seconds()));
      return Delivery.of(
          Answers.retryAfter(request, refusal, throttling.get().seconds()), Fault.THROTTLING.id());
    }
    if (faults.striking(Fault.BUSY, request).isPresent()) {
      return Delivery.of(front.refuse(request, Answers.busy(request)), Fault.BUSY.id());
    }
    Optional<EndedTokens.End> end = ended.of(request);
    if (end.isPresent()) {
      WireAnswer refusal = front.refuse(request, end.get().refusal());
      return Delivery.of(
          refusal.with("WWW-Authenticate", end.get().challenge()), end.get().fault().id());
    }
    Delivery delivery = serve(request);
    faults.served(request);
    return onTheWayBack(request, delivery);
  }

  private Delivery serve(WireRequest request) {
    Optional<Switched> hidden = faults.striking(Fault.NOT_PROPAGATED, request);
    if (hidden.isPresent()) {
      return serve(
          request, Fault.NOT_PROPAGATED, hidden.get(), Mishap.rightsNotPropagated(principal));
    }
    Optional<Switched> late = faults.striking(Fault.FAILS_LATE, request);
    return late.isPresent()
        ? serve(
            request,
            Fault.FAILS_LATE,
            late.get(),
            Mishap.operationFails(Answers.unexpected(ids.guid())))
        : Delivery.of(front.handle(request), "");
  }

  private Delivery serve(WireRequest request, Fault fault, Switched switched, Mishap mishap) {
    WireAnswer answer = mishap.during(() -> front.handle(request));
    if (mishap.happened()) {
      return Delivery.of(answer, fault.id());
    }
    switched.missed();
    return Delivery.of(answer, "");
  }

  private Delivery onTheWayBack(WireRequest request, Delivery delivery) {
    Duration delay =
        faults
            .striking(Fault.SLOW, request)
            .map(s -> Duration.ofSeconds(s.seconds()))
            .orElse(Duration.ZERO);
    Fate fate = fate(request, delivery.answer());
    String fault =
        Stream.of(
                delivery.fault(),
                fate == Fate.LOST ? Fault.LOST_ANSWER.id() : "",
                fate == Fate.CUT ? Fault.TRUNCATED.id() : "",
                delay.isZero() ? "" : Fault.SLOW.id())
            .filter(f -> !f.isEmpty())
            .reduce((a, b) -> a + ", " + b)
            .orElse("");
    return new Delivery(delivery.answer(), fate, delay, fault);
  }

  private Fate fate(WireRequest request, WireAnswer answer) {
    if (faults.striking(Fault.LOST_ANSWER, request).isPresent()) {
      return Fate.LOST;
    }
    boolean cuttable = answer.body().length > 1 && !request.method().equals("HEAD");
    return cuttable && faults.striking(Fault.TRUNCATED, request).isPresent()
        ? Fate.CUT
        : Fate.WHOLE;
  }
}
