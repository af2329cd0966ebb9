package dev.wrapkey.ui.wizard;

import javafx.beans.binding.BooleanExpression;
import javafx.beans.property.ReadOnlyBooleanWrapper;

/** One tab of a wizard. The wizard knows no more of it than this. */
public interface Step {

  /** The word that names its FXML, its texts and its package. */
  String id();

  /** True while everything in it is legal. */
  BooleanExpression completeProperty();

  /** True while it waits for an answer of the cloud, without which it may not be legal yet. */
  default BooleanExpression waitingProperty() {
    return new ReadOnlyBooleanWrapper(false);
  }

  /** Called when the tab is shown: read the plan, start listings. */
  void enter();

  /** Called when the tab is left: write this step's part into the plan. */
  void leave();

  /** Asks the step to show what is missing, also in fields nobody has touched. */
  void showProblems();
}
