package dev.wrapkey.app;

import dev.wrapkey.rehearsal.Stage;
import dev.wrapkey.rules.Profile;
import dev.wrapkey.simulator.PracticeCloud;
import dev.wrapkey.simulator.fault.Fault;
import dev.wrapkey.simulator.fault.FaultOrder;
import dev.wrapkey.simulator.fault.FaultRefused;
import dev.wrapkey.simulator.world.Agenda;
import dev.wrapkey.time.VirtualTime;
import dev.wrapkey.ui.practice.PracticeClock;
import dev.wrapkey.ui.practice.PracticeSteering;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Steers the window's own practice cloud().
 *
 * @param practice the cloud, which may still be coming
 * @param time its clock
 */
record Wheel(Supplier<PracticeCloud> practice, VirtualTime time) implements PracticeSteering {

  private PracticeCloud cloud() {
    return practice.get();
  }

  @Override
  public PracticeClock clock() {
    return new RunningClock(time);
  }

  @Override
  public Stage stage() {
    return new Theatre(cloud(), time);
  }

  @Override
  public Profile profile() {
    return switch (cloud().profile()) {
      case CURRENT -> Profile.CURRENT;
      case OF_2023 -> Profile.JANUARY_2023;
    };
  }

  @Override
  public Optional<Due> next() {
    return cloud().next().map(Wheel::due);
  }

  @Override
  public List<Due> upcoming() {
    return cloud().upcoming().stream().map(Wheel::due).toList();
  }

  private static Due due(Agenda.Due due) {
    return new Due(due.at(), due.kind().id(), due.what(), due.resource());
  }

  @Override
  public Optional<Instant> nextLook(String server) {
    return cloud().nextLook(server);
  }

  @Override
  public void jump(Duration length) {
    time.jump(length);
  }

  @Override
  public void jumpTo(Instant moment) {
    Duration wait = Duration.between(time.now(), moment);
    if (wait.isPositive()) {
      time.jump(wait);
    }
  }

  @Override
  public List<Trouble> troubles() {
    return Arrays.stream(Fault.values())
        .map(fault -> new Trouble(fault.id(), fault.words(), fault.changesTheWorld()))
        .toList();
  }

  @Override
  public List<Standing> standing() {
    return cloud().faults().on().stream()
        .map(on -> new Standing(on.fault().id(), on.order().target(), on.struck(), on.isSpent()))
        .toList();
  }

  @Override
  public Optional<String> switchOn(String id) {
    Fault fault = Fault.named(id).orElseThrow();
    try {
      cloud().faults().switchOn(fault, FaultOrder.usual(fault));
      return Optional.empty();
    } catch (FaultRefused refused) {
      return Optional.of(refused.words());
    }
  }

  @Override
  public Optional<String> switchOff(String id) {
    return cloud().faults().switchOff(Fault.named(id).orElseThrow());
  }

  @Override
  public void startOver() {
    cloud().reset();
  }
}
