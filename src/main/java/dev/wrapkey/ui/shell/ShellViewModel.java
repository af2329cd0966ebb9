package dev.wrapkey.ui.shell;

import dev.wrapkey.ui.practice.PracticeBarViewModel;
import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/** What the frame says: which cloud, who is signed in, light or dark. */
public final class ShellViewModel {

  private final Optional<PracticeBarViewModel> practice;
  private final StringProperty realCloud = new SimpleStringProperty("");
  private final StringProperty account = new SimpleStringProperty("");
  private final BooleanProperty dark = new SimpleBooleanProperty();

  private ShellViewModel(Optional<PracticeBarViewModel> practice) {
    this.practice = practice;
  }

  /** The frame of the practice cloud. */
  public static ShellViewModel practice(PracticeBarViewModel bar, String account) {
    ShellViewModel shell = new ShellViewModel(Optional.of(bar));
    shell.account.set(account);
    return shell;
  }

  /**
   * The frame of real Azure; {@code subscription} stands in the bar, because what happens there
   * costs money.
   */
  public static ShellViewModel real(String subscription, String account) {
    ShellViewModel shell = new ShellViewModel(Optional.empty());
    shell.realCloud.set(subscription);
    shell.account.set(account);
    return shell;
  }

  /** Empty in the real cloud. */
  Optional<PracticeBarViewModel> practice() {
    return practice;
  }

  StringProperty realCloudProperty() {
    return realCloud;
  }

  /** Who is signed in, as text. */
  public StringProperty accountProperty() {
    return account;
  }

  /** The dark theme instead of the light one. */
  public BooleanProperty darkProperty() {
    return dark;
  }

  void switchTheme() {
    dark.set(!dark.get());
  }
}
