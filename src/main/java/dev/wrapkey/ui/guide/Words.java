package dev.wrapkey.ui.guide;

import dev.wrapkey.ui.control.Link;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.AccessibleRole;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;
import org.commonmark.node.Code;
import org.commonmark.node.Emphasis;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.Node;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.StrongEmphasis;

/**
 * The words of a paragraph, a heading or a cell.
 *
 * @param leads knows where links lead
 */
record Words(Leads leads) {

  private static final String TEXT = "guide-text";

  /** What stands within a node, as lines that break where the room ends. */
  TextFlow of(Node parent) {
    TextFlow flow = new TextFlow();
    flow.getStyleClass().add("guide-words");
    add(flow, parent, List.of(TEXT));
    flow.setAccessibleRole(AccessibleRole.TEXT);
    flow.setAccessibleText(plain(parent));
    return flow;
  }

  private void add(TextFlow flow, Node parent, List<String> styles) {
    for (Node each = parent.getFirstChild(); each != null; each = each.getNext()) {
      switch (each) {
        case org.commonmark.node.Text text ->
            flow.getChildren().add(run(text.getLiteral(), styles));
        case Code code -> flow.getChildren().add(run(code.getLiteral(), with(styles, "mono")));
        case SoftLineBreak _ -> flow.getChildren().add(run(" ", styles));
        case HardLineBreak _ -> flow.getChildren().add(run("\n", styles));
        case StrongEmphasis strong -> add(flow, strong, with(styles, "strong"));
        case Emphasis emphasis -> add(flow, emphasis, with(styles, "guide-emphasis"));
        case org.commonmark.node.Link link -> link(flow, link, styles);
        default -> add(flow, each, styles);
      }
    }
  }

  private void link(TextFlow flow, org.commonmark.node.Link from, List<String> styles) {
    if (leads.somewhere(from.getDestination())) {
      Link link = new Link(plain(from));
      leads.set(link, from.getDestination());
      flow.getChildren().add(link);
    } else {
      add(flow, from, styles);
    }
  }

  private static Text run(String words, List<String> styles) {
    Text run = new Text(words);
    run.getStyleClass().setAll(styles);
    return run;
  }

  private static List<String> with(List<String> styles, String more) {
    List<String> all = new ArrayList<>(styles);
    all.add(more);
    return all;
  }

  /** The words within a node without marks. */
  static String plain(Node parent) {
    StringBuilder words = new StringBuilder();
    for (Node each = parent.getFirstChild(); each != null; each = each.getNext()) {
      switch (each) {
        case org.commonmark.node.Text text -> words.append(text.getLiteral());
        case Code code -> words.append(code.getLiteral());
        case SoftLineBreak _ -> words.append(' ');
        default -> words.append(plain(each));
      }
    }
    return words.toString();
  }
}
