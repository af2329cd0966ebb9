package dev.wrapkey.ui.guide;

import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.ext.gfm.tables.TableCell;
import org.commonmark.ext.gfm.tables.TableHead;
import org.commonmark.ext.gfm.tables.TableRow;
import org.commonmark.node.Node;

/**
 * Tables, every column with its share of the room.
 *
 * @param words makes what stands in a cell
 */
record TableNodes(Words words) {

  private static final int MOST_SHARE = 40;
  private static final int LEAST_SHARE = 12;

  GridPane of(TableBlock table) {
    GridPane grid = new GridPane();
    grid.getStyleClass().add("guide-table");
    int row = 0;
    for (Node part = table.getFirstChild(); part != null; part = part.getNext()) {
      for (Node each = part.getFirstChild(); each != null; each = each.getNext()) {
        if (each instanceof TableRow cells) {
          add(grid, cells, row, part instanceof TableHead);
          row++;
        }
      }
    }
    share(grid, table);
    return grid;
  }

  private void add(GridPane grid, TableRow cells, int row, boolean head) {
    int column = 0;
    for (Node cell = cells.getFirstChild(); cell != null; cell = cell.getNext()) {
      StackPane pane = new StackPane(words.of(cell));
      pane.getStyleClass().add(head ? "guide-head" : "guide-cell");
      GridPane.setHgrow(pane, Priority.ALWAYS);
      grid.add(pane, column, row);
      column++;
    }
  }

  private static void share(GridPane grid, TableBlock table) {
    int columns = grid.getColumnCount();
    int[] longest = new int[columns];
    longest(table, longest);
    double all = 0;
    for (int length : longest) {
      all += length;
    }
    for (int length : longest) {
      ColumnConstraints column = new ColumnConstraints();
      column.setPercentWidth(100 * length / all);
      grid.getColumnConstraints().add(column);
    }
  }

  private static void longest(Node part, int[] longest) {
    int column = 0;
    for (Node each = part.getFirstChild(); each != null; each = each.getNext()) {
      if (each instanceof TableCell) {
        int length = Math.clamp(Words.plain(each).length(), LEAST_SHARE, MOST_SHARE);
        longest[column] = Math.max(longest[column], length);
        column++;
      } else {
        longest(each, longest);
      }
    }
  }
}
