package dev.wrapkey.ui.server;

import dev.wrapkey.ui.control.SideMenu;
import dev.wrapkey.ui.view.Texts;
import dev.wrapkey.ui.view.Views;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.function.BooleanSupplier;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.BorderPane;

/** Screen of a server: menu at the left, the chosen blade at the right. */
public final class ServerView {

  /**
   * A blade of the menu.
   *
   * @param section heading above it in the menu, empty for none
   * @param node its screen
   * @param entered called each time it is shown
   * @param mayLeave asked before another one is shown; it may ask the person
   */
  public record Blade(String section, Node node, Runnable entered, BooleanSupplier mayLeave) {

    public Blade(String section, Node node, Runnable entered) {
      this(section, node, entered, () -> true);
    }
  }

  private final CommandsViewModel commands;
  private final ServerViewModel viewModel;
  private final SequencedMap<String, Blade> blades = new LinkedHashMap<>();
  private String shown = "";
  private String first = "overview";

  @FXML private BorderPane page;
  @FXML private Label title;
  @FXML private SideMenu menu;

  /**
   * @param commands the server and what can be done with it
   * @param more the blades besides the overview, by id in the order of the menu
   */
  public ServerView(CommandsViewModel commands, SequencedMap<String, Blade> more) {
    this.commands = commands;
    this.viewModel = commands.server();
    blades.putAll(more);
  }

  /** Begins with this blade. */
  public ServerView at(String blade) {
    first = blade;
    return this;
  }

  @FXML
  private void initialize() {
    Node overview = Views.load("overview", new OverviewView(commands, () -> open("recovery")));
    blades.putFirst("overview", new Blade("", overview, viewModel::refresh));
    blades.forEach(this::addToMenu);
    open(first);
  }

  private void addToMenu(String blade, Blade what) {
    if (!what.section().isEmpty()) {
      menu.addSection(Texts.text("server.menu." + what.section()));
    }
    menu.addItem(blade, Texts.text("server.menu." + blade), () -> open(blade));
  }

  /** Opens a blade, as the menu does. */
  public void open(String blade) {
    boolean stays =
        !blade.equals(shown)
            && Optional.ofNullable(blades.get(shown))
                .filter(present -> !present.mayLeave().getAsBoolean())
                .isPresent();
    show(stays ? shown : blade, !stays);
  }

  private void show(String blade, boolean entering) {
    menu.mark(blade);
    title.setText(
        Texts.text("server.title", viewModel.id().name(), Texts.text("server.menu." + blade)));
    Blade opened = Optional.ofNullable(blades.get(blade)).orElseThrow();
    shown = blade;
    if (entering) {
      page.setCenter(opened.node());
      opened.entered().run();
    }
  }
}
