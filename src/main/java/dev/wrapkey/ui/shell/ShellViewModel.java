package dev.wrapkey.ui.shell;

import dev.wrapkey.ui.notification.Notifications;
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

  private final Notifications notifications;
  private Optional<Exits> exits = Optional.empty();

  /** Where the buttons of the frame lead. */
  public interface Exits {

    void settings();

    void about();
  }

  private ShellViewModel(Optional<PracticeBarViewModel> practice, Notifications notifications) {
    this.practice = practice;
    this.notifications = notifications;
  }

  /** The frame of the practice cloud. */
  public static ShellViewModel practice(
      PracticeBarViewModel bar, String account, Notifications notifications) {
    ShellViewModel shell = new ShellViewModel(Optional.of(bar), notifications);
    shell.account.set(account);
    return shell;
  }

  /**
   * The frame of real Azure; {@code subscription} stands in the bar, because what happens there
   * costs money.
   */
  public static ShellViewModel real(
      String subscription, String account, Notifications notifications) {
    ShellViewModel shell = new ShellViewModel(Optional.empty(), notifications);
    shell.realCloud.set(subscription);
    shell.account.set(account);
    return shell;
  }

  /** Empty in the real cloud. */
  Optional<PracticeBarViewModel> practice() {
    return practice;
  }

  Notifications notifications() {
    return notifications;
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

  /** Gives the buttons of the frame something to lead to. */
  public void leadTo(Exits newExits) {
    exits = Optional.of(newExits);
  }

  /** Empty in a frame without those buttons. */
  Optional<Exits> exits() {
    return exits;
  }

  void switchTheme() {
    dark.set(!dark.get());
  }
}
