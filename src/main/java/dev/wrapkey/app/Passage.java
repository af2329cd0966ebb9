package dev.wrapkey.app;

import dev.wrapkey.provisioning.Subscription;
import dev.wrapkey.signin.SignedIn;
import dev.wrapkey.ui.control.Dressed;
import dev.wrapkey.ui.navigation.Page;
import dev.wrapkey.ui.shell.ShellViewModel;
import dev.wrapkey.ui.shell.ShellViewModel.Choice;
import dev.wrapkey.ui.signin.ScopeView;
import dev.wrapkey.ui.signin.ScopeViewModel;
import dev.wrapkey.ui.signin.SignInView;
import dev.wrapkey.ui.signin.SignInViewModel;
import dev.wrapkey.ui.view.Texts;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import javafx.scene.control.Alert;
import javafx.scene.control.ButtonType;
import org.jspecify.annotations.Nullable;

/** The way between the practice cloud and Azure: who is signed in, and which of both is shown. */
final class Passage {

  /** Azure, as somebody works with it. */
  private record Azure(SignedIn in, Frame frame) {}

  /** What a window can show. */
  interface Stage {

    /**
     * Makes the pages of a cloud.
     *
     * @param dress what their frame says
     */
    Frame add(Services services, Function<Frame, ShellViewModel> dress);

    /** Shows them. */
    void show(Frame frame, String title);

    /** Lets go of pages that nobody comes back to. */
    void drop(Frame frame);
  }

  private final Entrance entrance;
  private final Stage stage;
  private final Frame practice;
  private @Nullable Azure azure;

  Passage(Entrance entrance, Stage stage, Frame practice) {
    this.entrance = entrance;
    this.stage = stage;
    this.practice = practice;
    offer();
  }

  private void offer() {
    Azure now = azure;
    if (now == null) {
      practice
          .shell()
          .choices()
          .setAll(new Choice("sign-in", Texts.text("shell.account.signin"), this::signIn));
      return;
    }
    String name = now.in().account().name();
    String cloud = cloudName(now.in());
    practice
        .shell()
        .choices()
        .setAll(
            new Choice("to-azure", Texts.text("shell.account.real", cloud, name), this::toAzure),
            new Choice("sign-out", Texts.text("shell.account.signout"), this::signOut));
    now.frame()
        .shell()
        .choices()
        .setAll(
            new Choice("scope", Texts.text("shell.account.scope"), this::choose),
            new Choice("to-practice", Texts.text("shell.account.practice.go"), this::toPractice),
            new Choice("sign-out", Texts.text("shell.account.signout"), this::signOut));
  }

  /** Opens the page on which somebody signs in. */
  void signIn() {
    Page present =
        new SignInView(
                new SignInViewModel(
                    entrance.signIn(),
                    entrance.tasks(),
                    entrance.host().memory(),
                    in -> practice.stack().replace(scope(in))),
                entrance.host().dialogs())
            .page();
    if (!practice.stack().isOnTop(present.crumb())) {
      practice.stack().open(present);
    }
  }

  private Page scope(SignedIn in) {
    return new ScopeView(
            new ScopeViewModel(in, entrance.tasks(), entrance.host().memory(), this::work))
        .page();
  }

  private void choose() {
    Azure now = azure;
    if (now != null && !now.frame().stack().isOnTop(Texts.text("signin.scope.crumb"))) {
      now.frame().stack().open(scope(now.in()));
    }
  }

  private void work(SignedIn in, List<Subscription> subscriptions) {
    if (isBusy()) {
      return;
    }
    Azure before = azure;
    if (before == null) {
      practice.stack().home();
    }
    Services services = entrance.services(in, subscriptions);
    if (before != null) {
      stage.drop(before.frame());
    }
    azure = new Azure(in, stage.add(services, made -> shell(in, subscriptions, made)));
    offer();
    toAzure();
  }

  private static ShellViewModel shell(SignedIn in, List<Subscription> chosen, Frame frame) {
    String names = chosen.stream().map(Subscription::name).collect(Collectors.joining(", "));
    String tenant = in.tenant().name().isEmpty() ? in.tenant().id() : in.tenant().name();
    return ShellViewModel.real(
        cloudName(in),
        chosen.size() == 1 ? names : Texts.text("shell.real.many", chosen.size(), names),
        Texts.text("shell.account.name", in.account().name(), tenant),
        frame.ongoing().notifications());
  }

  private static String cloudName(SignedIn in) {
    return Texts.text("shell.real." + in.place().id());
  }

  private void toAzure() {
    Azure now = azure;
    if (now != null) {
      stage.show(now.frame(), Texts.text("shell.window", cloudName(now.in())));
    }
  }

  private void toPractice() {
    stage.show(practice, Texts.text("shell.name"));
  }

  private void signOut() {
    Azure now = azure;
    if (now == null || isBusy() || !now.frame().stack().mayClose()) {
      return;
    }
    azure = null;
    toPractice();
    stage.drop(now.frame());
    offer();
    entrance
        .tasks()
        .run(
            () -> {
              now.in().signOut();
              return true;
            },
            _ -> {},
            _ -> {});
  }

  // Work that runs belongs to the account that began it.
  private boolean isBusy() {
    Azure now = azure;
    int running = now == null ? 0 : now.frame().ongoing().notifications().runningProperty().get();
    if (running > 0) {
      Alert alert =
          new Alert(Alert.AlertType.WARNING, Texts.text("shell.busy.text", running), ButtonType.OK);
      alert.setHeaderText(Texts.text("shell.busy.title"));
      alert.getDialogPane().setId("azure-busy");
      Dressed.over(alert).showAndWait();
    }
    return running > 0;
  }
}
