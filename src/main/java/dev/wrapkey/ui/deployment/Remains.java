package dev.wrapkey.ui.deployment;

import dev.wrapkey.provisioning.Remnant;
import dev.wrapkey.ui.control.StatusLabel;
import dev.wrapkey.ui.view.Texts;
import java.util.List;
import java.util.Set;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.Tooltip;

/** The list of what a deployment has left behind: what we know, and what Azure says of it now. */
final class Remains {

  private static final Set<String> BAD = Set.of("Inaccessible", "Dropping", "Disabled", "Failed");

  private Remains() {}

  static void fill(StepTable table, List<Remnant> remnants) {
    table.clear();
    for (Remnant left : remnants) {
      Label type = StepTable.cell(left.type());
      type.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
      table.row(StepTable.cell(left.name()), type, known(left), now(left));
    }
  }

  private static Label known(Remnant left) {
    Label known = StepTable.cell(Texts.text("deployment.presence." + left.presence()));
    known.setTooltip(
        new Tooltip(
            left.kind() == Remnant.Kind.SERVER
                ? Texts.text("deployment.left.server." + left.presence(), left.name())
                : known.getText()));
    return known;
  }

  private static StatusLabel now(Remnant left) {
    String state = left.state();
    StatusLabel now =
        switch (state) {
          case "" ->
              new StatusLabel(
                  StatusLabel.Kind.NONE,
                  Texts.text(
                      left.kind() == Remnant.Kind.PART
                          ? "deployment.now.part"
                          : "deployment.now.unknown"));
          case Remnant.GONE ->
              new StatusLabel(StatusLabel.Kind.INFO, Texts.text("deployment.now.gone"));
          case Remnant.FOUND ->
              new StatusLabel(StatusLabel.Kind.OK, Texts.text("deployment.now.found"));
          default -> new StatusLabel(kind(state), state);
        };
    now.setWrapText(false);
    now.setTooltip(new Tooltip(now.getText()));
    return now;
  }

  private static StatusLabel.Kind kind(String state) {
    if (state.equals("Ready")) {
      return StatusLabel.Kind.OK;
    }
    return BAD.contains(state) ? StatusLabel.Kind.ERROR : StatusLabel.Kind.WARNING;
  }
}
