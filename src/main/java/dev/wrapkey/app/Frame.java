package dev.wrapkey.app;

import dev.wrapkey.ui.connection.ConnectionBar;
import dev.wrapkey.ui.connection.ConnectionViewModel;
import dev.wrapkey.ui.control.DocumentEvent;
import dev.wrapkey.ui.shell.PageStack;
import dev.wrapkey.ui.shell.ShellView;
import dev.wrapkey.ui.shell.ShellViewModel;
import dev.wrapkey.ui.vault.RotationEvent;
import dev.wrapkey.ui.view.Texts;
import java.nio.file.Path;
import java.util.function.Function;
import javafx.scene.Parent;

/** The pages of one cloud, the practice cloud or a real one, with the frame around them. */
final class Frame {

  private final Ongoing ongoing;
  private final PageStack stack = new PageStack();
  private final Pages pages;
  private final ShellViewModel shell;
  private final ShellView view;
  private final Parent root;

  /**
   * @param dress what the frame says, made once the pages are there
   */
  Frame(Services services, Function<Frame, ShellViewModel> dress) {
    ongoing = Ongoing.of(services);
    pages = new Pages(services, ongoing, stack);
    shell = dress.apply(this);
    view = new ShellView(shell, stack);
    root = view.load();
    view.mount(
        new ConnectionBar(
            new ConnectionViewModel(services.line(), services.tasks(), stack::refresh)));
    root.addEventHandler(
        DocumentEvent.OPEN, wanted -> services.host().browser().open(wanted.address()));
    root.addEventHandler(RotationEvent.OPEN, wanted -> pages.rotate(wanted.server()));
    stack.open(pages.home());
    new WindowKeys(view, stack, pages::openWizard).install(root);
  }

  Parent root() {
    return root;
  }

  Ongoing ongoing() {
    return ongoing;
  }

  PageStack stack() {
    return stack;
  }

  ShellViewModel shell() {
    return shell;
  }

  /** Lets nothing slide. */
  void keepStill() {
    if (view.host() != null) {
      view.host().setReducedMotion(true);
    }
  }

  /** Shows the plan of a file in the wizard, or there why that cannot be. */
  void openPlan(Path file) {
    pages.openPlan(file);
  }

  /** Goes to the page about the practice cloud itself. */
  void toPractice(PracticeSide side) {
    if (!stack.isOnTop(Texts.text("practice.crumb"))) {
      stack.open(pages.practice(side));
    }
  }
}
