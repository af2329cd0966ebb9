package dev.wrapkey.app;

import dev.wrapkey.cli.Practice;
import dev.wrapkey.simulator.PracticeCloud;
import dev.wrapkey.simulator.StateInUse;
import dev.wrapkey.simulator.gateway.Gateway;
import dev.wrapkey.time.SystemTime;
import dev.wrapkey.time.VirtualTime;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;

/** A practice cloud and the gateway to it, both open. */
record Served(PracticeCloud cloud, Gateway gateway) implements AutoCloseable {

  /**
   * Opens both.
   *
   * @param state folder of the practice cloud, made if it is not there
   */
  static Served open(Path state, Practice.Serve how) throws IOException, StateInUse {
    SecureRandom random = new SecureRandom();
    VirtualTime time = new VirtualTime(new SystemTime().now(), how.speed().factor());
    Files.createDirectories(state);
    PracticeCloud cloud = PracticeCloud.open(state.resolve(Session.PRACTICE_FOLDER), time, random);
    how.seed().ifPresent(cloud.faults()::seed);
    Gateway.Setting setting =
        new Gateway.Setting(how.port(), state, how.certificate(), how.speed());
    try {
      return new Served(cloud, Gateway.open(cloud, time, setting, random));
    } catch (IOException unusable) {
      cloud.close();
      throw unusable;
    }
  }

  @Override
  public void close() {
    gateway.close();
    cloud.close();
  }
}
