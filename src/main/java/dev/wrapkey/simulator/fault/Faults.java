package dev.wrapkey.simulator.fault;

import dev.wrapkey.simulator.engine.Engine;
import dev.wrapkey.simulator.rest.Transactions;
import dev.wrapkey.simulator.rest.WireRequest;
import dev.wrapkey.simulator.world.Disruption;
import dev.wrapkey.simulator.world.KeyStores;
import dev.wrapkey.simulator.world.Store;
import dev.wrapkey.simulator.world.World;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The switchboard of the faults: which are on, and how often they have struck. One of each kind can
 * be on. Those that only disturb requests and answers are forgotten when the cloud is closed; what
 * was changed in the world stays changed, and can still be taken back.
 *
 * <p>Replayable: whether a request is struck depends on the seed, on the fault and on how many
 * requests the fault has met before; not on the time, nor on requests that it does not meet. A
 * request that one fault has refused is not met by those that come after it in {@link Fault}.
 *
 * <p>Thread-safe. Knows nothing of how requests arrive, so a window can use it as well as the
 * gateway.
 */
public final class Faults {

  private final Engine engine;
  private final Upheavals upheavals;
  private final Map<Fault, Switched> on = Collections.synchronizedMap(new EnumMap<>(Fault.class));
  private volatile long seed;

  private Faults(Engine engine, Upheavals upheavals, long seed) {
    this.engine = engine;
    this.upheavals = upheavals;
    this.seed = seed;
    upheavals.standing().forEach(this::remember);
  }

  /**
   * The switchboard of a practice cloud, with what is still changed from an earlier time.
   *
   * @param seed what chance depends on
   */
  public static Faults of(
      Engine engine,
      Transactions transactions,
      World world,
      KeyStores stores,
      Store store,
      long seed) {
    return new Faults(engine, new Upheavals(transactions, world, stores, store), seed);
  }

  private void remember(Disruption done) {
    Fault.named(done.kind())
        .ifPresent(
            fault -> {
              FaultOrder usual = FaultOrder.usual(fault);
              on.put(
                  fault,
                  new Switched(
                      fault,
                      new FaultOrder(usual.aim(), usual.rhythm(), usual.seconds(), done.target()),
                      Aim.ANY,
                      new Dice(seed, fault.id()),
                      1));
            });
  }

  /** What chance depends on; drawn when the cloud was opened, unless somebody chose it. */
  public long seed() {
    return seed;
  }

  /** Chooses the seed, for faults that are switched on from now on. */
  public void seed(long chosen) {
    seed = chosen;
  }

  /** What is on, in the order of {@link Fault}. */
  public List<FaultReport> on() {
    synchronized (on) {
      return on.values().stream().map(Switched::report).toList();
    }
  }

  /**
   * Switches a fault on; one that was on begins again from nothing. A fault that changes the world
   * does so before this returns, unless its order says {@code after}.
   *
   * @throws FaultRefused if the order makes no sense, or if the fault has changed the world and was
   *     not switched off since
   */
  public synchronized FaultReport switchOn(Fault fault, FaultOrder order) {
    order.check(fault);
    if (fault.changesTheWorld()) {
      return upset(fault, order);
    }
    Aim aim = order.aim().isAny() ? Reach.usual(fault) : order.aim();
    return begin(fault, order, aim, 0);
  }

  private FaultReport upset(Fault fault, FaultOrder order) {
    Switched before = on.get(fault);
    if (before != null && before.report().struck() > 0) {
      throw new FaultRefused(
          "name", fault.id() + " has struck " + before.order().target() + "; switch it off first.");
    }
    String target =
        engine
            .run(() -> upheavals.find(fault, order.target()))
            .orElseThrow(
                () ->
                    new FaultRefused(
                        "target",
                        "target names nothing that is there: give the"
                            + " identifier of "
                            + Reach.target(fault)
                            + "."));
    Aim aim = order.aim().isAny() ? engine.run(() -> upheavals.about(fault, target)) : order.aim();
    FaultOrder full = new FaultOrder(order.aim(), order.rhythm(), order.seconds(), target);
    boolean atOnce = order.rhythm().after() == 0;
    FaultReport report = begin(fault, full, aim, atOnce ? 1 : 0);
    if (atOnce) {
      engine.run(() -> upheavals.strike(fault, target));
    }
    return report;
  }

  private FaultReport begin(Fault fault, FaultOrder order, Aim aim, long struck) {
    Switched begun = new Switched(fault, order, aim, new Dice(seed, fault.id()), struck);
    on.put(fault, begun);
    return begun.report();
  }

  /**
   * Switches a fault off. What it changed in the world is put back where Azure could.
   *
   * @return what has become of it, as a sentence; empty if it was not on
   */
  public synchronized Optional<String> switchOff(Fault fault) {
    boolean was = on.remove(fault) != null;
    Optional<String> undone =
        fault.changesTheWorld() ? engine.run(() -> upheavals.undo(fault)) : Optional.empty();
    return undone.or(
        () ->
            was
                ? Optional.of(
                    fault.changesTheWorld() ? "It had not struck yet." : "It strikes no more.")
                : Optional.empty());
  }

  /** Forgets everything: the world is laid out anew. */
  public void clear() {
    on.clear();
  }

  boolean isOn(Fault fault) {
    return on.containsKey(fault);
  }

  /** Whether a fault strikes a request; counts it. */
  Optional<Switched> striking(Fault fault, WireRequest request) {
    return Optional.ofNullable(on.get(fault)).filter(s -> s.strikes(request));
  }

  /** To be called when a request has been served: changes the world where its time has come. */
  void served(WireRequest request) {
    for (Fault fault : Fault.values()) {
      Switched waiting = fault.changesTheWorld() ? on.get(fault) : null;
      if (waiting != null && waiting.isDue(request)) {
        upheavals.strike(fault, waiting.order().target());
      }
    }
  }
}
