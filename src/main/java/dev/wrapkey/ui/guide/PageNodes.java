package dev.wrapkey.ui.guide;

import dev.wrapkey.ui.control.CommandBox;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.node.BulletList;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Heading;
import org.commonmark.node.Image;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.ListItem;
import org.commonmark.node.OrderedList;
import org.commonmark.node.ThematicBreak;

/** A page as nodes: headings, paragraphs, lists, commands to copy, tables, pictures. */
final class PageNodes {

  private static final String BULLET = "•";

  private final Leads leads;
  private final Words words;

  PageNodes(Leads leads) {
    this.leads = leads;
    this.words = new Words(leads);
  }

  /** Everything below the title. */
  VBox body() {
    VBox body = new VBox();
    body.getStyleClass().add("guide-body");
    body.getChildren().setAll(blocks(leads.page().document()));
    return body;
  }

  private List<Node> blocks(org.commonmark.node.Node parent) {
    List<Node> blocks = new ArrayList<>();
    for (var each = parent.getFirstChild(); each != null; each = each.getNext()) {
      blocks.add(block(each));
    }
    return blocks;
  }

  private Node block(org.commonmark.node.Node block) {
    return switch (block) {
      case Heading heading -> heading(heading);
      case FencedCodeBlock code -> command(code.getLiteral());
      case IndentedCodeBlock code -> command(code.getLiteral());
      case BulletList list -> list(list, 0);
      case OrderedList list -> list(list, number(list));
      case TableBlock table -> new TableNodes(words).of(table);
      case ThematicBreak _ -> new Region();
      default -> paragraph(block);
    };
  }

  private static Label heading(Heading heading) {
    Label label = new Label(Words.plain(heading));
    label.setWrapText(true);
    label.setMinHeight(Region.USE_PREF_SIZE);
    label.getStyleClass().add(heading.getLevel() == 1 ? "guide-title" : "section-head");
    return label;
  }

  private Node paragraph(org.commonmark.node.Node block) {
    if (block.getFirstChild() instanceof Image image && image.getNext() == null) {
      return Picture.of(leads.page().resolve(image.getDestination()), Words.plain(image));
    }
    boolean holdsBlocks = block.getFirstChild() instanceof org.commonmark.node.Block;
    return holdsBlocks ? column(block) : words.of(block);
  }

  private VBox column(org.commonmark.node.Node parent) {
    VBox column = new VBox();
    column.getStyleClass().add("guide-item");
    column.getChildren().setAll(blocks(parent));
    return column;
  }

  private static Node command(String literal) {
    return new CommandBox(literal.stripTrailing());
  }

  private static int number(OrderedList list) {
    Integer first = list.getMarkerStartNumber();
    return first == null ? 1 : first;
  }

  /**
   * @param first the number of the first item; 0 for a list without numbers
   */
  private VBox list(org.commonmark.node.Node list, int first) {
    VBox items = new VBox();
    items.getStyleClass().add("guide-list");
    int number = first;
    for (var each = list.getFirstChild(); each != null; each = each.getNext()) {
      if (each instanceof ListItem item) {
        items.getChildren().add(item(first == 0 ? BULLET : number + ".", item));
        number++;
      }
    }
    return items;
  }

  private HBox item(String mark, ListItem item) {
    Label label = new Label(mark);
    label.getStyleClass().add("guide-mark");
    label.setMinWidth(Region.USE_PREF_SIZE);
    VBox content = column(item);
    HBox.setHgrow(content, Priority.ALWAYS);
    return new HBox(label, content);
  }
}
