package dev.wrapkey.ui.shell;

import dev.wrapkey.ui.notification.Notifications;
import dev.wrapkey.ui.practice.PracticeBarViewModel;
import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** What the frame says: which cloud, who is signed in, light or dark. */
public final class ShellViewModel {

  /**
   * What can be done about who is signed in where.
   *
   * @param id of its menu item
   * @param words what it says
   * @param act does it
   */
  public record Choice(String id, String words, Runnable act) {}

  private final Optional<PracticeBarViewModel> practice;
  private final StringProperty realCloud = new SimpleStringProperty("");
  private final StringProperty account = new SimpleStringProperty("");
  private final StringProperty cloudName = new SimpleStringProperty("");
  private final ObservableList<Choice> choices = FXCollections.observableArrayList();
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
   * The frame of real Azure.
   *
   * @param cloud its name, in capitals
   * @param subscription stands in the bar, because what happens there costs money
   */
  public static ShellViewModel real(
      String cloud, String subscription, String account, Notifications notifications) {
    ShellViewModel shell = new ShellViewModel(Optional.empty(), notifications);
    shell.cloudName.set(cloud);
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

  StringProperty cloudNameProperty() {
    return cloudName;
  }

  /** The ways to another account, tenant or cloud. */
  public ObservableList<Choice> choices() {
    return choices;
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
