package dev.wrapkey.ui.recovery;

import dev.wrapkey.preflight.diagnosis.Suspect;
import dev.wrapkey.ui.control.Callout;
import dev.wrapkey.ui.control.Link;
import dev.wrapkey.ui.view.Texts;
import java.util.ArrayList;
import java.util.List;

/** Says how a server stands, and what to do next. */
final class StandingWords {

  private StandingWords() {}

  static void show(Callout box, RecoveryViewModel viewModel, Standing now, Course course) {
    box.setKind(kind(now));
    box.setText(String.join("\n", words(viewModel, now, course)));
    box.getActions().clear();
    if (now == Standing.BACK) {
      if (course.has(Suspect.KEY_EXPIRED)) {
        box.getActions().add(link("recovery-rotate", "recovery.rotate", viewModel.exits()::rotate));
      }
      box.getActions().add(link("recovery-alerts", "recovery.alerts", viewModel.exits()::alerts));
    } else if (now.isTroubled()) {
      box.getActions()
          .add(link("recovery-encryption", "recovery.encryption", viewModel.exits()::encryption));
    }
  }

  private static Link link(String id, String key, Runnable way) {
    Link link = new Link(Texts.text(key));
    link.setId(id);
    link.setOnAction(e -> way.run());
    return link;
  }

  private static Callout.Kind kind(Standing now) {
    return switch (now) {
      case LOST -> Callout.Kind.ERROR;
      case THREATENED -> Callout.Kind.WARNING;
      case FINE, BACK -> Callout.Kind.SUCCESS;
      default -> Callout.Kind.INFO;
    };
  }

  private static List<String> words(RecoveryViewModel viewModel, Standing now, Course course) {
    String name = viewModel.id().name();
    List<String> all = new ArrayList<>();
    if (now == Standing.UNKNOWN) {
      return all;
    }
    all.add(Texts.text("recovery.standing." + now, name));
    if (now == Standing.LOST) {
      all.add(Texts.text("recovery.order." + order(viewModel, course)));
    }
    if (now == Standing.BACK) {
      all.add(Texts.text("recovery.after." + after(course)));
    }
    return all;
  }

  private static String order(RecoveryViewModel viewModel, Course course) {
    if (viewModel.lookingProperty().get() && course.ways().isEmpty()) {
      return "looking";
    }
    return course.ways().isEmpty() ? "unseen" : course.isMended() ? "mended" : "steps";
  }

  private static String after(Course course) {
    return course.has(Suspect.KEY_EXPIRED)
        ? "expired"
        : course.has(Suspect.VERSION_EXPIRED) ? "version" : "other";
  }
}
