package dev.wrapkey.ui.signin;

import dev.wrapkey.provisioning.Subscription;
import dev.wrapkey.signin.SignedIn;
import dev.wrapkey.signin.SignedIn.Tenant;
import dev.wrapkey.ui.control.Callout;
import dev.wrapkey.ui.control.Identifier;
import dev.wrapkey.ui.control.Shown;
import dev.wrapkey.ui.failure.Failures;
import dev.wrapkey.ui.navigation.Page;
import dev.wrapkey.ui.view.Texts;
import dev.wrapkey.ui.view.Views;
import java.util.List;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;

/** The page on which tenant and subscriptions are chosen. */
public final class ScopeView {

  private final ScopeViewModel viewModel;

  @FXML private Label account;
  @FXML private ComboBox<Tenant> tenant;
  @FXML private Identifier tenantId;
  @FXML private VBox subscriptions;
  @FXML private Label none;
  @FXML private Node loading;
  @FXML private Node choosing;
  @FXML private Callout failure;
  @FXML private Button submit;
  @FXML private Button again;

  public ScopeView(ScopeViewModel viewModel) {
    this.viewModel = viewModel;
  }

  /** The page. */
  public Page page() {
    return new Page(
        Texts.text("signin.scope.crumb"), Views.load("signinscope", this), viewModel::look);
  }

  @FXML
  private void initialize() {
    tenant.setConverter(new Names());
    tenant
        .valueProperty()
        .subscribe(
            chosen -> {
              if (chosen != null) {
                viewModel.go(chosen);
              }
            });
    viewModel.inProperty().subscribe(this::show);
    viewModel.offerProperty().subscribe(this::show);
    viewModel.failureProperty().subscribe(why -> Failures.show(failure, why));
    Shown.when(again, viewModel.failureProperty().isNotNull());
    Shown.when(loading, viewModel.loadingProperty());
    choosing.disableProperty().bind(viewModel.loadingProperty());
    submit.disableProperty().bind(viewModel.readyProperty().not().or(viewModel.loadingProperty()));
  }

  private void show(SignedIn in) {
    account.setText(Texts.text("signin.scope.account", in.account().name()));
    tenantId.setText(in.tenant().id());
  }

  private void show(ScopeViewModel.@Nullable Offer offer) {
    Tenant present = viewModel.inProperty().get().tenant();
    List<Tenant> tenants =
        offer == null || offer.tenants().isEmpty() ? List.of(present) : offer.tenants();
    tenant.getItems().setAll(tenants);
    tenant.setValue(
        tenants.stream()
            .filter(each -> each.id().equals(present.id()))
            .findFirst()
            .orElse(present));
    subscriptions.getChildren().clear();
    if (offer != null) {
      offer.subscriptions().forEach(each -> subscriptions.getChildren().add(row(each)));
    }
    Shown.now(none, offer != null && offer.subscriptions().isEmpty());
  }

  private HBox row(Subscription subscription) {
    CheckBox box = new CheckBox(subscription.name());
    box.setId("subscription-" + subscription.id());
    box.selectedProperty().bindBidirectional(viewModel.wantedProperty(subscription));
    box.setMinWidth(280);
    return new HBox(12, box, new Identifier(subscription.id()));
  }

  @FXML
  private void onAll() {
    viewModel.chooseAll(true);
  }

  @FXML
  private void onNone() {
    viewModel.chooseAll(false);
  }

  @FXML
  private void onAgain() {
    viewModel.look();
  }

  @FXML
  private void onSubmit() {
    viewModel.submit();
  }

  private static final class Names extends StringConverter<Tenant> {

    @Override
    public String toString(@Nullable Tenant tenant) {
      return tenant == null ? "" : tenant.name().isEmpty() ? tenant.id() : tenant.name();
    }

    @Override
    public @Nullable Tenant fromString(String words) {
      return null; // nobody types here
    }
  }
}
