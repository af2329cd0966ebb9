package dev.wrapkey.app;

import dev.wrapkey.signin.SignIn;
import dev.wrapkey.ui.about.AboutView;
import dev.wrapkey.ui.about.AboutViewModel;
import dev.wrapkey.ui.about.Build;
import dev.wrapkey.ui.about.Licence;
import dev.wrapkey.ui.navigation.Page;
import dev.wrapkey.ui.settings.Preferences;
import dev.wrapkey.ui.settings.SettingsView;
import dev.wrapkey.ui.settings.SettingsViewModel;
import dev.wrapkey.ui.settings.SettingsViewModel.Place;
import dev.wrapkey.ui.settings.Updates;
import dev.wrapkey.ui.shell.PageStack;
import dev.wrapkey.ui.shell.ShellViewModel;
import dev.wrapkey.ui.view.Texts;
import dev.wrapkey.ui.view.Views;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;

/** The pages about the program itself: settings, and what it is. */
final class DeskPages implements ShellViewModel.Exits {

  private static final Logger LOG = Logger.getLogger(DeskPages.class.getName());

  private final Services services;
  private final PageStack stack;
  private final Preferences preferences;
  private final Updates updates;
  private Optional<SignIn> signIn = Optional.empty();

  DeskPages(Services services, PageStack stack, Preferences preferences, Updates updates) {
    this.services = services;
    this.stack = stack;
    this.preferences = preferences;
    this.updates = updates;
  }

  /** Has the settings tell where the tokens of a sign-in stay. */
  void keepsTokens(SignIn where) {
    signIn = Optional.of(where);
  }

  @Override
  public void settings() {
    String crumb = Texts.text("settings.crumb");
    if (stack.isOnTop(crumb)) {
      return;
    }
    SettingsViewModel settings =
        new SettingsViewModel(preferences, places(), this::open, updates, services.tasks());
    signIn.ifPresent(where -> services.tasks().run(where::tokens, settings::keepsTokens, _ -> {}));
    stack.open(new Page(crumb, Views.load("settings", new SettingsView(settings))));
  }

  @Override
  public void about() {
    String crumb = Texts.text("about.crumb");
    if (stack.isOnTop(crumb)) {
      return;
    }
    AboutViewModel about =
        new AboutViewModel(
            services.tasks(), () -> Build.here(Fingerprint.ofThisProgram()), Licence::all);
    stack.open(new Page(crumb, Views.load("about", new AboutView(about))));
  }

  private List<Place> places() {
    Path state = services.ledgers().toAbsolutePath().resolveSibling("").normalize();
    return List.of(
        new Place("state", Texts.text("settings.places.state"), state),
        new Place("log", Texts.text("settings.places.log"), StateFolder.logsOfThisMachine()));
  }

  private void open(Path folder) {
    try {
      Files.createDirectories(folder); // nothing may have been logged yet
    } catch (IOException unusable) {
      LOG.log(Level.WARNING, "no folder " + folder, unusable);
    }
    services.host().browser().open(folder.toUri().toString());
  }
}
