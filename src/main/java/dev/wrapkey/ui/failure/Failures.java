package dev.wrapkey.ui.failure;

import dev.wrapkey.provisioning.CloudFailure;
import dev.wrapkey.ui.control.Callout;
import dev.wrapkey.ui.control.CopyButton;
import dev.wrapkey.ui.view.Texts;
import org.jspecify.annotations.Nullable;

/**
 * Shows an expected failure: what happened, what it means, what to do, and the service's words to
 * copy.
 */
public final class Failures {

  private Failures() {}

  /** Shows {@code why} in the callout, or hides it when there is nothing to show. */
  public static void show(Callout callout, @Nullable CloudFailure why) {
    callout.getActions().clear();
    callout.setText("");
    if (why != null) {
      callout.setKind(Callout.Kind.ERROR);
      callout.setText(text(why));
      CopyButton copy = new CopyButton();
      copy.setContent(details(why));
      callout.getActions().add(copy);
    }
  }

  /** Our three sentences for the kind of failure, and the service's own words. */
  public static String text(CloudFailure why) {
    return words(why) + "\n" + Texts.text("failure.details", why.code(), why.details());
  }

  // What failed before anything was asked of a service has an explanation of its own.
  private static String words(CloudFailure why) {
    boolean explained =
        switch (why.kind()) {
          case SIGN_IN -> Explanation.isKnown(why.code());
          case INVALID -> why.correlationId().isEmpty();
          default -> false;
        };
    if (!explained) {
      return Texts.text("failure." + why.kind());
    }
    Explanation explanation = Explanation.of(why);
    return explanation.means() + " " + explanation.todo();
  }

  private static String details(CloudFailure why) {
    return Texts.text("failure.copy", why.code(), why.details(), why.correlationId());
  }
}
