package dev.wrapkey.ui.choice;

import dev.wrapkey.provisioning.CloudFailure;
import dev.wrapkey.rules.Finding;
import dev.wrapkey.ui.control.Callout;
import dev.wrapkey.ui.control.Link;
import dev.wrapkey.ui.control.StatusLabel;
import dev.wrapkey.ui.view.Texts;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Tooltip;

/** Draws where a proof stands. */
final class ProofNodes {

  private ProofNodes() {}

  static List<Node> of(Proof proof, Runnable again) {
    return switch (proof) {
      case Proof.Nothing() -> List.of();
      case Proof.Checking() ->
          List.of(status(StatusLabel.Kind.BUSY, Texts.text("security.proof.checking")));
      case Proof.Unknown(CloudFailure failure) -> List.of(unknown(failure, again));
      case Proof.Checked(List<Finding> findings, boolean obstructs) ->
          checked(findings, obstructs, again);
    };
  }

  private static List<Node> checked(List<Finding> findings, boolean obstructs, Runnable again) {
    List<Node> nodes = new ArrayList<>();
    if (!obstructs) {
      nodes.add(status(StatusLabel.Kind.OK, Texts.text("security.proof.passed")));
    }
    for (Finding finding : findings) {
      boolean must = finding.blocks();
      Callout callout =
          callout(must ? Callout.Kind.ERROR : Callout.Kind.WARNING, finding.message());
      Tooltip.install(callout, new Tooltip(finding.rule()));
      if (must) {
        callout.getActions().add(retry(again));
      }
      nodes.add(callout);
    }
    return nodes;
  }

  private static StatusLabel status(StatusLabel.Kind kind, String text) {
    StatusLabel label = new StatusLabel();
    label.setKind(kind);
    label.setText(text);
    return label;
  }

  private static Callout unknown(CloudFailure failure, Runnable again) {
    Callout callout =
        callout(Callout.Kind.WARNING, Texts.text("security.proof.unknown", failure.details()));
    callout.getActions().add(retry(again));
    return callout;
  }

  private static Callout callout(Callout.Kind kind, String text) {
    Callout callout = new Callout();
    callout.setKind(kind);
    callout.setText(text);
    return callout;
  }

  private static Link retry(Runnable again) {
    Link link = new Link();
    link.setText(Texts.text("security.proof.again"));
    link.setOnAction(e -> again.run());
    return link;
  }
}
