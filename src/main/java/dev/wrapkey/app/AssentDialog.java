package dev.wrapkey.app;

import dev.wrapkey.ui.control.Dressed;
import dev.wrapkey.ui.view.Texts;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.function.Predicate;
import javafx.application.Platform;
import javafx.scene.control.Alert;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBar;
import javafx.scene.control.ButtonType;
import javafx.scene.layout.Region;

/** The window in which a person says whether something real is to be done. */
final class AssentDialog implements Predicate<Assent.Question> {

  @Override
  public boolean test(Assent.Question question) {
    if (Platform.isFxApplicationThread()) {
      return ask(question);
    }
    CompletableFuture<Boolean> answer =
        CompletableFuture.supplyAsync(() -> ask(question), Platform::runLater);
    try {
      return answer.get();
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      return false;
    } catch (ExecutionException unshown) { // nobody was asked, so nobody agreed
      throw new IllegalStateException(unshown);
    }
  }

  private static boolean ask(Assent.Question question) {
    ButtonType yes = new ButtonType(question.yes(), ButtonBar.ButtonData.OTHER);
    ButtonType no =
        new ButtonType(Texts.text("signin.consent.no"), ButtonBar.ButtonData.CANCEL_CLOSE);
    Alert alert = new Alert(Alert.AlertType.CONFIRMATION, question.text(), yes, no);
    alert.setTitle(Texts.text("shell.name"));
    alert.setHeaderText(question.title());
    alert.getDialogPane().setId("consent");
    Button go = (Button) alert.getDialogPane().lookupButton(yes);
    go.setId("consent-yes");
    go.setMinWidth(Region.USE_PREF_SIZE);
    Button stay = (Button) alert.getDialogPane().lookupButton(no);
    stay.setId("consent-no");
    stay.setDefaultButton(true); // Enter does nothing that cannot be taken back
    return Dressed.over(alert).showAndWait().filter(yes::equals).isPresent();
  }
}
