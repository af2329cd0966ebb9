package dev.wrapkey.ui.inside;

import dev.wrapkey.ui.control.Callout;
import dev.wrapkey.ui.control.Shown;
import dev.wrapkey.ui.view.Texts;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** How far some work on a volume is, a button that ends it, and what came of it. */
public final class WorkBar extends VBox {

  private static final double SPACE = 8;
  private static final double LENGTH = 220;

  private final Label words = new Label();
  private final ProgressBar bar = new ProgressBar(0);
  private final Button end = new Button(Texts.text("inside.work.end"));
  private final HBox line = new HBox(SPACE, bar, words, end);
  private final Callout news = new Callout();

  public WorkBar() {
    super(SPACE);
    bar.setPrefWidth(LENGTH);
    end.setMinWidth(USE_PREF_SIZE);
    line.setAlignment(Pos.CENTER_LEFT);
    getChildren().setAll(line, news);
  }

  /** Shows some work from now on. */
  void show(VolumeWork work, String busyWords) {
    words.setText(busyWords);
    bar.setAccessibleText(busyWords);
    bar.progressProperty().bind(work.progressProperty());
    end.setOnAction(_ -> work.end());
    Shown.when(line, work.busyProperty());
    work.newsProperty().subscribe(this::tell);
  }

  private void tell(Optional<VolumeWork.News> told) {
    news.setText(told.map(VolumeWork.News::words).orElse(""));
    told.ifPresent(n -> news.setKind(n.good() ? Callout.Kind.SUCCESS : Callout.Kind.ERROR));
  }
}
