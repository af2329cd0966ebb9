package dev.wrapkey.record;

import dev.wrapkey.language.Phrases;
import dev.wrapkey.provisioning.Change;
import dev.wrapkey.provisioning.CloudFailure;
import dev.wrapkey.provisioning.Retry;

/** Asks whether something may be done that costs money or cannot be undone. */
public interface Consent {

  /** Where nothing is real, nobody needs to be asked. */
  Consent ALWAYS = _ -> true;

  /** Code of the failure of what was not wanted. */
  String REFUSED = "NotConfirmed";

  /**
   * What is about to be done.
   *
   * @param act which method of the port, for example {@code Servers.create}
   * @param weight what it means
   * @param target identifier of the resource or key; empty if none is named
   */
  record Act(String act, Change.Weight weight, String target) {}

  /**
   * Whether the person wants it. May take as long as a person takes; not on the screen's thread.
   */
  boolean isGiven(Act act);

  /** Refuses a change that weighs and is not wanted; one that is tried again is asked for once. */
  static void demand(Consent consent, Order order) {
    Change.Weight weight = order.change().weight();
    Act act = new Act(order.act(), weight, order.target());
    if (weight != Change.Weight.LIGHT && !Retry.isAgreed(act, () -> consent.isGiven(act))) {
      throw new CloudFailure(
          CloudFailure.Kind.INVALID, REFUSED, Phrases.say("record.unconfirmed", order.act()), "");
    }
  }
}
