package dev.wrapkey.ui.control;

import java.util.List;
import javafx.collections.FXCollections;
import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.PasswordField;
import javafx.scene.control.RadioButton;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** Every control in every state, to be looked at. */
final class Gallery {

  private Gallery() {}

  static Node form() {
    Field subscription = field("Subscription", picker("Contoso Production", "Contoso Production"));
    subscription.setRequired(true);
    subscription.setInfo("All resources in a subscription are billed together.");
    Field group = field("Resource group", picker(null));
    group.setIndented(true);
    group.setRequired(true);
    group.setUnder(new Link("Create new"));
    Field name = field("Server name", text("orders-pg"));
    name.getContent().setId("name");
    name.setRequired(true);
    name.setChanged(true);
    name.setValid(true);
    Field login = field("Admin username", text("admin"));
    login.setProblem("This name is reserved. Choose another one.");
    login.setRequired(true);
    Field password = field("Password", new PasswordField());
    password.setHint("8 to 128 characters from three of: upper case, lower case, digits, symbols.");
    ((PasswordField) password.getContent()).setText("secret-secret");
    password.setValid(true);
    Field off = field("PostgreSQL version", picker("16", "16"));
    off.getContent().setDisable(true);
    Field offText = field("Endpoint", text("orders-pg.postgres.database.azure.com"));
    offText.getContent().setDisable(true);
    Field region = field("Region", picker(null, "East US"));
    ((Picker<?>) region.getContent()).setPromptText("Select a region");
    region.setProblem("The value must not be empty.");
    region.setRequired(true);
    RadioButton one = new RadioButton("Disabled (99.9% SLA)");
    RadioButton two =
        new RadioButton(
            "Zone redundant - a standby server is available in a different zone within the same"
                + " region. Provides the best availability (99.99% SLA).");
    two.setSelected(true);
    RadioButton three = new RadioButton("Same zone");
    three.setDisable(true);
    Field radios = field("High availability", new VBox(6, one, two, three));
    CheckBox on = new CheckBox("Use automatic key version update");
    on.setSelected(true);
    CheckBox offBox = new CheckBox("Disabled and checked");
    offBox.setSelected(true);
    offBox.setDisable(true);
    Field checks = field("Key version", new VBox(6, on, new CheckBox("Not checked"), offBox));
    Label head = new Label("Project details");
    head.getStyleClass().add("section-head");
    VBox form =
        new VBox(
            head, subscription, group, name, login, password, off, offText, region, radios, checks);
    form.getStyleClass().addAll("form", "page", "page-body");
    return form;
  }

  private static HBox tabs() {
    ToggleGroup group = new ToggleGroup();
    HBox tabs = new HBox();
    tabs.getStyleClass().add("tab-strip");
    for (String each : List.of("Basics", "Networking", "Security", "Tags", "Review + create")) {
      ToggleButton tab = new ToggleButton(each);
      tab.getStyleClass().setAll("toggle-button", "tab");
      tab.setToggleGroup(group);
      tab.setSelected(each.equals("Security"));
      tab.pseudoClassStateChanged(
          javafx.css.PseudoClass.getPseudoClass("problem"), each.equals("Basics"));
      tab.setGraphic(new TabDot());
      tabs.getChildren().add(tab);
    }
    return tabs;
  }

  static Node boxes() {
    Callout info =
        new Callout(Callout.Kind.INFO, "Azure Active Directory is now Microsoft Entra ID.");
    Link more = new Link("Learn more");
    more.setExternal(true);
    info.getActions().add(more);
    Label title =
        styled(new Label("New Azure Database for PostgreSQL flexible server"), "page-title");
    HBox tabs = tabs();
    Button primary = styled(new Button("Review + create"), "primary");
    Button primaryOff = styled(new Button("Create"), "primary");
    primaryOff.setDisable(true);
    Button plainOff = new Button("Previous");
    plainOff.setDisable(true);
    Link linkOff = new Link("Disabled link");
    linkOff.setDisable(true);
    HBox buttons =
        new HBox(
            12,
            primary,
            new Button("< Previous"),
            primaryOff,
            plainOff,
            new Link("Download a template"),
            linkOff,
            new InfoButton("What this is"));
    buttons.setAlignment(javafx.geometry.Pos.CENTER_LEFT);
    HBox commands = styled(new HBox(), "command-bar");
    for (String each : List.of("save", "discard", "refresh", "delete")) {
      Button command = styled(new Button(each, new Icon(each)), "command");
      command.setDisable(each.equals("save"));
      commands.getChildren().add(command);
    }
    HBox states = new HBox(20);
    for (StatusLabel.Kind kind : StatusLabel.Kind.values()) {
      states
          .getChildren()
          .add(new StatusLabel(kind, kind.name().toLowerCase(java.util.Locale.ROOT)));
    }
    Identifier id =
        new Identifier(
            "https://kv-orders-eastus.vault.azure.net/keys/orders-kek/3f2a9c417b5d4e6fa0c1d2e3f4a5b6c7");
    id.setMaxWidth(438);
    FlowPane icons = new FlowPane(14, 14);
    icons.setPadding(new Insets(4));
    for (String name : iconNames()) {
      icons.getChildren().add(new Icon(name, 20));
    }
    FlowPane small = new FlowPane(14, 14);
    for (String name : iconNames()) {
      small.getChildren().add(new Icon(name));
    }
    Label words =
        styled(new Label("Secondary text explains; it is grey but readable."), "secondary");
    VBox box =
        new VBox(
            title,
            tabs,
            info,
            new Callout(
                Callout.Kind.WARNING,
                "Server names, networking connectivity method and backup redundancy cannot be"
                    + " changed after server is created. Review these options carefully before"
                    + " provisioning."),
            new Callout(Callout.Kind.ERROR, "The identity may not wrap with this key."),
            new Callout(Callout.Kind.SUCCESS, "Validation passed"),
            buttons,
            commands,
            states,
            id,
            words,
            icons,
            small);
    box.getStyleClass().addAll("page", "page-body");
    return box;
  }

  static Field field(String label, Node content) {
    Field field = new Field();
    field.setLabel(label);
    field.setContent(content);
    return field;
  }

  static Picker<String> picker(String value, String... items) {
    Picker<String> picker = new Picker<>();
    picker.setItems(FXCollections.observableArrayList(items));
    picker.setValue(value);
    return picker;
  }

  static TextField text(String value) {
    return new TextField(value);
  }

  static <N extends Node> N styled(N node, String styleClass) {
    node.getStyleClass().add(styleClass);
    return node;
  }

  private static List<String> iconNames() {
    return List.of(
        "app",
        "server",
        "database",
        "key",
        "vault",
        "hsm",
        "identity",
        "lock",
        "shield",
        "region",
        "tag",
        "network",
        "plus",
        "close",
        "check",
        "warning",
        "info",
        "error",
        "success",
        "chevron-down",
        "chevron-right",
        "chevron-up",
        "external",
        "copy",
        "refresh",
        "save",
        "discard",
        "search",
        "delete",
        "edit",
        "clock",
        "play",
        "stop",
        "eye",
        "sun",
        "moon",
        "menu-dots",
        "home",
        "folder",
        "subscription",
        "download",
        "filter",
        "info-outline");
  }
}
