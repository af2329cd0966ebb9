package dev.wrapkey.ui.settings;

import dev.wrapkey.signin.SignIn.TokenStore;
import dev.wrapkey.ui.task.Tasks;
import dev.wrapkey.ui.view.Texts;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

/** The settings page. */
public final class SettingsViewModel {

  /**
   * A folder that the program keeps.
   *
   * @param id stable, for the screen
   * @param name what is in it
   */
  public record Place(String id, String name, Path folder) {}

  private final Preferences preferences;
  private final List<Place> places;
  private final Consumer<Path> opener;
  private final Updates updates;
  private final Tasks tasks;
  private final ReadOnlyObjectWrapper<Optional<Updates.Answer>> answer =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final ReadOnlyBooleanWrapper asking = new ReadOnlyBooleanWrapper();
  private final ReadOnlyStringWrapper tokens =
      new ReadOnlyStringWrapper(Texts.text("settings.tokens.none"));

  /**
   * @param opener shows a folder in the computer's own way
   */
  public SettingsViewModel(
      Preferences preferences,
      List<Place> places,
      Consumer<Path> opener,
      Updates updates,
      Tasks tasks) {
    this.preferences = preferences;
    this.places = places;
    this.opener = opener;
    this.updates = updates;
    this.tasks = tasks;
  }

  /** Where the tokens of a sign-in to Azure stay. */
  public void keepsTokens(TokenStore store) {
    tokens.set(
        store.kept()
            ? Texts.text("settings.tokens." + store.where())
            : Texts.text("settings.tokens.memory", store.why()).strip());
  }

  Preferences preferences() {
    return preferences;
  }

  List<Place> places() {
    return places;
  }

  void open(Place place) {
    opener.accept(place.folder());
  }

  /** One sentence on the tokens of a sign-in. */
  ReadOnlyStringProperty tokensProperty() {
    return tokens.getReadOnlyProperty();
  }

  /** Whether this build could ask for newer versions. */
  boolean canAsk() {
    return updates.address().isPresent();
  }

  /** What is asked and where, or why not. */
  String updateWords() {
    return updates
        .address()
        .map(address -> Texts.text("settings.updates.where", address))
        .orElseGet(() -> Texts.text("settings.updates.nowhere"));
  }

  /** Asks now, whether it is wanted at each start or not. */
  void ask() {
    if (asking.get() || !canAsk()) {
      return;
    }
    asking.set(true);
    answer.set(Optional.empty());
    tasks.run(
        updates::ask, this::answered, failure -> answered(new Updates.Unknown(failure.details())));
  }

  private void answered(Updates.Answer now) {
    asking.set(false);
    answer.set(Optional.of(now));
  }

  /** What the answer means. */
  static String words(Updates.Answer answer) {
    return switch (answer) {
      case Updates.Newer newer -> Texts.text("settings.updates.newer", newer.version());
      case Updates.Newest newest -> Texts.text("settings.updates.newest", newest.version());
      case Updates.Unknown unknown -> Texts.text("settings.updates.unknown", unknown.why());
    };
  }

  /** Where the newer version is told of. */
  static Optional<URI> page(Updates.Answer answer) {
    return answer instanceof Updates.Newer newer ? newer.page() : Optional.empty();
  }

  /** Empty until somebody has asked. */
  ReadOnlyObjectProperty<Optional<Updates.Answer>> answerProperty() {
    return answer.getReadOnlyProperty();
  }

  ReadOnlyBooleanProperty askingProperty() {
    return asking.getReadOnlyProperty();
  }
}
