package dev.wrapkey.cli;

import dev.wrapkey.provisioning.Plan;
import dev.wrapkey.simulator.gateway.Speed;

/** Carries out plans without the window. Answers with the program's exit code. */
@FunctionalInterface
public interface Automation {

  /** The server was created. */
  int CREATED = 0;

  /** It was not, or not wholly. */
  int FAILED = 1;

  /** The arguments or the plan make no sense; nothing was asked of the cloud. */
  int BAD_INPUT = 2;

  /** Somebody stopped it. */
  int CANCELLED = 3;

  /**
   * What to create.
   *
   * @param where in which cloud
   * @param plan with its password
   * @param speed of the practice cloud's time
   * @param resume whether to go on with a deployment of this server that was broken off
   * @param agreed whether nobody needs to be asked before something is made that costs money
   */
  record Create(Where where, Plan plan, Speed speed, boolean resume, boolean agreed) {}

  /** Creates a server and tells at the console how it goes. */
  int create(Create how);
}
