package dev.wrapkey.ui.inside;

import dev.wrapkey.encryption.StoredKey;
import dev.wrapkey.ui.control.Roving;
import dev.wrapkey.ui.control.Shown;
import dev.wrapkey.ui.view.Texts;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.Consumer;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/**
 * The segments of a volume, a cell each, coloured by the key version that wraps the data key. One
 * stop of the tab key.
 */
public final class SegmentMap extends VBox {

  private static final int MOST = 1600;
  private static final int COLOURS = 5;
  private static final double GAP = 3;
  private static final double SPACE = 16;
  private static final PseudoClass CHOSEN = PseudoClass.getPseudoClass("chosen");

  private final FlowPane cells = new FlowPane(GAP, GAP);
  private final FlowPane legend = new FlowPane(SPACE, GAP);
  private final Label more = new Label();
  private final Roving roving = new Roving();
  private Consumer<StoredKey> listener = key -> {};

  public SegmentMap() {
    super(2 * GAP);
    more.getStyleClass().add("secondary");
    getChildren().setAll(cells, more, legend);
  }

  /** Who is told which segment a person pointed at. */
  void onChosen(Consumer<StoredKey> newListener) {
    listener = newListener;
  }

  /** Shows the segments among these data keys. */
  void fill(List<StoredKey> keys) {
    List<StoredKey> segments = keys.stream().filter(k -> k.segment().isPresent()).toList();
    List<String> versions = segments.stream().map(SegmentMap::version).distinct().toList();
    roving.clear();
    cells.getChildren().clear();
    segments.stream().limit(MOST).forEach(key -> add(key, versions));
    legend.getChildren().setAll(versions.stream().map(v -> entry(v, versions, segments)).toList());
    int left = Math.max(0, segments.size() - MOST);
    more.setText(Texts.text("inside.map.more", left));
    Shown.now(more, left > 0);
    Shown.now(this, !segments.isEmpty());
  }

  /** Marks the cell of a segment. */
  void choose(OptionalInt segment) {
    for (int i = 0; i < cells.getChildren().size(); i++) {
      boolean chosen = segment.isPresent() && segment.getAsInt() == i;
      cells.getChildren().get(i).pseudoClassStateChanged(CHOSEN, chosen);
      if (chosen) {
        roving.stopAt(cells.getChildren().get(i));
      }
    }
  }

  private static String version(StoredKey key) {
    return key.wrapped().keyVersion();
  }

  private void add(StoredKey key, List<String> versions) {
    Region cell = square(versions.indexOf(version(key)));
    String words = Texts.text("inside.map.cell", Names.dataKey(key), Names.key(version(key)));
    Tooltip.install(cell, new Tooltip(words));
    cells.getChildren().add(cell);
    roving.add(cell, key.segment(), words, () -> listener.accept(key));
  }

  private static Region square(int colour) {
    Region square = new Region();
    square.getStyleClass().addAll("segment-cell", "wrapped-" + colour % COLOURS);
    return square;
  }

  private static Label entry(String version, List<String> versions, List<StoredKey> segments) {
    long count = segments.stream().filter(k -> version(k).equals(version)).count();
    Label entry = new Label(Texts.text("inside.map.legend", Names.key(version), count));
    entry.setGraphic(square(versions.indexOf(version)));
    entry.getStyleClass().add("secondary");
    return entry;
  }
}
