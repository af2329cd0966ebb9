package dev.wrapkey.ui.signin;

import dev.wrapkey.signin.SignIn.TokenStore;
import dev.wrapkey.ui.control.Callout;
import dev.wrapkey.ui.control.Identifier;
import dev.wrapkey.ui.control.Link;
import dev.wrapkey.ui.control.Shown;
import dev.wrapkey.ui.failure.Failures;
import dev.wrapkey.ui.file.FileDialogs;
import dev.wrapkey.ui.navigation.Page;
import dev.wrapkey.ui.signin.WayForm.Kind;
import dev.wrapkey.ui.view.Moments;
import dev.wrapkey.ui.view.Texts;
import dev.wrapkey.ui.view.Views;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** The page on which somebody signs in to Azure. */
public final class SignInView {

  private final SignInViewModel viewModel;
  private final FileDialogs dialogs;

  @FXML private VBox form;
  @FXML private CheckBox afresh;
  @FXML private Label store;
  @FXML private Callout failure;
  @FXML private Node waiting;
  @FXML private Label waitingWords;
  @FXML private Node codeBox;
  @FXML private Identifier code;
  @FXML private Link address;
  @FXML private Label expires;
  @FXML private Button submit;
  @FXML private Button cancel;

  /**
   * @param dialogs asks for certificate files
   */
  public SignInView(SignInViewModel viewModel, FileDialogs dialogs) {
    this.viewModel = viewModel;
    this.dialogs = dialogs;
  }

  /** The page. */
  public Page page() {
    return new Page(Texts.text("signin.crumb"), Views.load("signin", this), viewModel::look);
  }

  @FXML
  private void initialize() {
    Node where = Views.load("signinplace", new PlaceFormView(viewModel.place(), dialogs));
    Node how = Views.load("signinway", new WayFormView(viewModel.way(), dialogs));
    form.getChildren().addAll(0, java.util.List.of(where, how));
    afresh.selectedProperty().bindBidirectional(viewModel.afreshProperty());
    viewModel.way().kindProperty().subscribe(this::show);
    var busy = viewModel.making().busyProperty();
    form.disableProperty().bind(busy);
    submit.disableProperty().bind(busy);
    Shown.when(waiting, busy);
    Shown.when(cancel, busy);
    viewModel.making().failureProperty().subscribe(why -> Failures.show(failure, why));
    viewModel.codeProperty().subscribe(this::tell);
    viewModel.storeProperty().subscribe(this::tell);
  }

  private void show(Kind kind) {
    Shown.now(afresh, kind == Kind.BROWSER || kind == Kind.DEVICE_CODE);
    waitingWords.setText(Texts.text("signin.waiting." + kind));
  }

  private void tell(SignInViewModel.@Nullable Code told) {
    Shown.now(codeBox, told != null);
    if (told != null) {
      code.setText(told.code());
      address.setText(told.address().toString());
      address.setHref(told.address().toString());
      expires.setText(Texts.text("signin.code.expires", Moments.utc(told.expires())));
    }
  }

  private void tell(@Nullable TokenStore tokens) {
    if (tokens == null) {
      store.setText("");
    } else if (tokens.kept()) {
      store.setText(Texts.text("signin.store." + tokens.where()));
    } else {
      store.setText(Texts.text("signin.store.memory", tokens.why()));
    }
  }

  @FXML
  private void onSubmit() {
    viewModel.submit();
  }

  @FXML
  private void onCancel() {
    viewModel.cancel();
  }
}
