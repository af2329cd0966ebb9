package dev.wrapkey.ui.rehearsal;

import dev.wrapkey.rehearsal.Attempt;
import dev.wrapkey.ui.control.StatusLabel;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** A rehearsal in the list: its title, and how far somebody is with it. */
final class AttemptCell extends ListCell<Attempt> {

  private final Label title = new Label();
  private final StatusLabel standing = new StatusLabel();
  private final VBox box = new VBox(2, title, standing);

  AttemptCell() {
    title.getStyleClass().add("strong");
  }

  @Override
  protected void updateItem(@Nullable Attempt attempt, boolean empty) {
    super.updateItem(attempt, empty);
    if (empty || attempt == null) {
      setGraphic(null);
      return;
    }
    title.setText(RehearsalWords.title(attempt.scenario()));
    standing.setText(RehearsalWords.standing(attempt));
    standing.setKind(kind(attempt));
    setAccessibleText(title.getText() + ", " + standing.getText());
    setGraphic(box);
  }

  private static StatusLabel.Kind kind(Attempt attempt) {
    return switch (attempt.phase()) {
      case PLAYING -> StatusLabel.Kind.INFO;
      case BUILDING -> StatusLabel.Kind.WARNING;
      case IDLE, PASSED -> attempt.wasPassed() ? StatusLabel.Kind.OK : StatusLabel.Kind.NONE;
    };
  }
}
