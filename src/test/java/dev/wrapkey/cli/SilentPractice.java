package dev.wrapkey.cli;

import dev.wrapkey.rehearsal.Scenario;
import dev.wrapkey.simulator.world.Agenda;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Remembers what it was asked for and does nothing. */
class SilentPractice implements Practice {

  final List<Object> asked = new ArrayList<>();

  @Override
  public int serve(Serve how) {
    asked.add(how);
    return 9;
  }

  @Override
  public int clock(Optional<Path> state) {
    asked.add("clock");
    return 10;
  }

  @Override
  public int clock(Optional<Path> state, String body) {
    asked.add(body);
    return 11;
  }

  @Override
  public int faults(Optional<Path> state) {
    asked.add("faults");
    return 13;
  }

  @Override
  public int faultOn(Optional<Path> state, String name, String body) {
    asked.add(name + " " + body);
    return 14;
  }

  @Override
  public int faultOff(Optional<Path> state, String name) {
    asked.add(name + " off");
    return 15;
  }

  @Override
  public Rehearsing rehearsing() {
    return new Rehearsing() {
      @Override
      public int list(Optional<Path> state) {
        asked.add("rehearsals");
        return 31;
      }

      @Override
      public int act(Optional<Path> state, Scenario scenario, Act act) {
        asked.add(scenario + " " + act);
        return 32;
      }
    };
  }

  @Override
  public int wrap(Wrap how) {
    asked.add(how);
    return 26;
  }

  @Override
  public int timeline(Optional<Path> state, List<Agenda.Kind> kinds) {
    asked.add(kinds);
    return 28;
  }

  @Override
  public int reset(Optional<Path> state) {
    asked.add("reset");
    return 12;
  }

  @Override
  public int profile(Optional<Path> state) {
    asked.add("profile");
    return 23;
  }

  @Override
  public int profile(Optional<Path> state, String body) {
    asked.add(body);
    return 24;
  }

  @Override
  public int connect(Optional<Path> state, String body) {
    asked.add(body);
    return 25;
  }

  @Override
  public int load(Optional<Path> state, String body) {
    asked.add(body);
    return 27;
  }
}
