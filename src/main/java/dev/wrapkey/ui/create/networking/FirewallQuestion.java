package dev.wrapkey.ui.create.networking;

import dev.wrapkey.provisioning.Plan.Networking;
import dev.wrapkey.ui.control.Callout;
import dev.wrapkey.ui.control.Dressed;
import dev.wrapkey.ui.control.StackedPane;
import dev.wrapkey.ui.view.Texts;
import java.util.List;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.scene.control.ButtonBar.ButtonData;
import javafx.scene.control.ButtonType;
import javafx.scene.control.Dialog;
import javafx.scene.layout.VBox;

/** Asks, before a server is made that nobody could reach (portal specification NET-2). */
public final class FirewallQuestion {

  /** What a person decides. */
  private enum Answer {
    CREATE,
    RETURN
  }

  private FirewallQuestion() {}

  /** Whether to ask: public access is on, and no rule lets anybody in. */
  public static boolean isNeeded(Networking networking) {
    return networking.method() == Networking.Method.PUBLIC
        && networking.publicAccess()
        && networking.firewall().isEmpty()
        && !networking.azureServices();
  }

  /** Goes on, after the question if it is needed; back to the rules if that is the answer. */
  public static void before(Networking networking, Runnable create, Runnable back) {
    if (!isNeeded(networking)) {
      create.run();
      return;
    }
    show()
        .subscribe(
            answer -> {
              if (answer == Answer.CREATE) {
                create.run();
              } else if (answer == Answer.RETURN) {
                back.run();
              }
            });
  }

  /** Shows the question and returns at once; the answer comes as the property's value. */
  private static ReadOnlyObjectProperty<Answer> show() {
    ButtonType create =
        new ButtonType(Texts.text("networking.question.create"), ButtonData.OK_DONE);
    ButtonType back =
        new ButtonType(Texts.text("networking.question.return"), ButtonData.CANCEL_CLOSE);
    Dialog<Answer> dialog = new Dialog<>();
    dialog.setDialogPane(new StackedPane(List.of("firewall-create", "firewall-return")));
    dialog.setTitle(Texts.text("networking.question.title"));
    dialog.getDialogPane().setHeaderText(Texts.text("networking.question.title"));
    VBox content = new VBox(new Callout(Callout.Kind.INFO, Texts.text("networking.question.text")));
    content.getStyleClass().add("stacked-content");
    dialog.getDialogPane().setContent(content);
    dialog.getDialogPane().getButtonTypes().setAll(create, back);
    dialog.setResultConverter(pressed -> pressed == create ? Answer.CREATE : Answer.RETURN);
    Dressed.over(dialog).setGraphic(null);
    dialog.show();
    return dialog.resultProperty();
  }
}
