package dev.wrapkey.ui.preflight;

import dev.wrapkey.preflight.Report;
import dev.wrapkey.preflight.Verdict;
import dev.wrapkey.rules.Profile;
import dev.wrapkey.ui.control.StatusLabel;
import dev.wrapkey.ui.control.StatusLabel.Kind;
import dev.wrapkey.ui.view.Texts;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** What has come of all checks, in a sentence. */
final class Summary {

  private Summary() {}

  static void show(StatusLabel label, PreflightViewModel viewModel) {
    int all = viewModel.checks().size();
    switch (viewModel.stateProperty().get()) {
      case IDLE -> say(label, Kind.NONE, "preflight.idle");
      case RUNNING -> say(label, Kind.BUSY, "preflight.running", all);
      case STOPPED -> say(label, Kind.WARNING, "preflight.stopped", all);
      case DONE -> done(label, viewModel, all);
    }
  }

  private static void done(StatusLabel label, PreflightViewModel viewModel, int all) {
    int failed = viewModel.count(Verdict.FAILED);
    int unseen = viewModel.count(Verdict.UNKNOWN);
    int advice = viewModel.count(Verdict.ADVICE);
    if (failed > 0) {
      say(label, Kind.ERROR, "preflight.failed", failed, all);
    } else if (unseen > 0) {
      say(label, Kind.WARNING, "preflight.unseen", unseen, all);
    } else if (advice > 0) {
      say(label, Kind.OK, "preflight.advice", advice, all);
    } else {
      say(label, Kind.OK, "preflight.passed", all);
    }
    name(label, viewModel.reportProperty().get());
  }

  private static void say(StatusLabel label, Kind kind, String key, Object... places) {
    label.setKind(kind);
    label.setText(Texts.text(key, places));
  }

  /** Whose rules they are, where it is not those of today. */
  private static void name(StatusLabel label, @Nullable Report report) {
    if (report != null && report.profile() == Profile.JANUARY_2023) {
      label.setText(Texts.text("preflight.by.2023", label.getText()));
    }
  }

  /** For example "in 1.2 s". */
  static String took(Duration took) {
    return Texts.text(
        "preflight.took", String.format(Texts.locale(), "%.1f", took.toMillis() / 1000.0));
  }
}
