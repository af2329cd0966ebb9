package dev.wrapkey.provisioning;

import java.time.Duration;
import java.time.Instant;

/** Is told how a job goes on, on the thread that does the job. */
public interface Progress {

  /** What has happened to a step. */
  enum State {
    STARTED,
    /** The cloud is at work on it; the detail is the service's word for what it does. */
    RUNNING,
    /** It is about to wait before another attempt; the detail is the code of the failure. */
    RETRYING,
    ENDED,
    /** There is nothing to do in it. */
    SKIPPED,
    /** The detail is the code of the failure. */
    FAILED,
    CANCELLED
  }

  /**
   * One piece of news.
   *
   * @param step the id of the step
   * @param state what has happened
   * @param detail a word of the service, or empty
   * @param elapsed since the step began, on the job's clock
   */
  record Event(String step, State state, String detail, Duration elapsed) {}

  void on(Event event);

  /**
   * A wait before another attempt.
   *
   * @param code the code of the failure that may pass
   * @param attempts how many attempts have failed by now
   * @param most how many there will be at most
   * @param until when the next attempt is made, on the job's clock
   */
  record Wait(String code, int attempts, int most, Instant until) {}

  /** It is about to wait before another attempt; told besides {@link State#RETRYING}. */
  default void waiting(String step, Wait wait) {}

  /** The service has accepted an operation of a step. */
  default void accepted(String step, Receipt receipt) {}
}
