package dev.wrapkey.ui.failure;

import dev.wrapkey.provisioning.CloudFailure;
import dev.wrapkey.ui.view.Texts;

/**
 * Our words on a failure: those for the service's error code where we have some (portal
 * specification 7.4), those for the kind of failure otherwise.
 *
 * @param means what happened and what it means for the resources
 * @param todo what to do now
 */
public record Explanation(String means, String todo) {

  private static final String MEANS = "failure.means.";
  private static final String UNSENT = "UNSENT";

  /** What Azure refuses has an id of Azure's; what has none was refused by Wrapkey itself. */
  public static Explanation of(CloudFailure why) {
    boolean unsent = why.kind() == CloudFailure.Kind.INVALID && why.correlationId().isEmpty();
    String key = isKnown(why.code()) ? why.code() : unsent ? UNSENT : why.kind().name();
    return new Explanation(Texts.text("failure.means." + key), Texts.text("failure.todo." + key));
  }

  /** Whether there are words for this very code. */
  static boolean isKnown(String code) {
    return Texts.bundle().containsKey(MEANS + code);
  }
}
