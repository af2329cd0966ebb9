package dev.wrapkey.ui.recovery;

import dev.wrapkey.rehearsal.Stage;
import dev.wrapkey.rules.Profile;
import dev.wrapkey.simulator.PracticeCloud;
import dev.wrapkey.time.VirtualTime;
import dev.wrapkey.ui.practice.PracticeClock;
import dev.wrapkey.ui.practice.PracticeSteering;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The practice cloud's clock and rules, as the window's own steering tells them; no faults.
 *
 * @param knows when a server looks at its key, which on Azure only the service does
 */
record Steered(PracticeCloud cloud, VirtualTime time, boolean knows) implements PracticeSteering {

  @Override
  public Profile profile() {
    return cloud.profile() == dev.wrapkey.simulator.world.Profile.OF_2023
        ? Profile.JANUARY_2023
        : Profile.CURRENT;
  }

  @Override
  public PracticeClock clock() {
    throw new AssertionError("nobody changes the speed");
  }

  @Override
  public Stage stage() {
    throw new AssertionError("nobody rehearses");
  }

  @Override
  public List<Due> upcoming() {
    throw new AssertionError("nobody looks at the timeline");
  }

  @Override
  public Optional<Due> next() {
    return Optional.empty();
  }

  @Override
  public Optional<Instant> nextLook(String server) {
    return knows ? cloud.nextLook(server) : Optional.empty();
  }

  @Override
  public void jump(Duration length) {
    time.jump(length);
  }

  @Override
  public void jumpTo(Instant moment) {
    time.jump(Duration.between(time.now(), moment));
  }

  @Override
  public List<Trouble> troubles() {
    return List.of();
  }

  @Override
  public List<Standing> standing() {
    return List.of();
  }

  @Override
  public Optional<String> switchOn(String id) {
    return Optional.empty();
  }

  @Override
  public Optional<String> switchOff(String id) {
    return Optional.empty();
  }

  @Override
  public void startOver() {}
}
