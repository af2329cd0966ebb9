package dev.wrapkey.ui.vault;

import dev.wrapkey.impact.Answer;
import dev.wrapkey.impact.Deed;
import dev.wrapkey.provisioning.CloudFailure;
import dev.wrapkey.rules.KeyImpact.Dependent;
import dev.wrapkey.ui.control.Callout;
import dev.wrapkey.ui.control.CommandBox;
import dev.wrapkey.ui.control.CopyButton;
import dev.wrapkey.ui.control.PaneHost;
import dev.wrapkey.ui.control.Shown;
import dev.wrapkey.ui.control.StatusLabel;
import dev.wrapkey.ui.failure.Failures;
import dev.wrapkey.ui.navigation.Page;
import dev.wrapkey.ui.vault.BreakingThing.Kind;
import dev.wrapkey.ui.view.Texts;
import dev.wrapkey.ui.view.Views;
import java.util.List;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** Screen of what an act would do, before it is done. */
public final class BreakingView {

  private final BreakingViewModel viewModel;
  private final ObservableList<Dependent> rows = FXCollections.observableArrayList();

  @FXML private Node root;
  @FXML private Button refresh;
  @FXML private CopyButton copy;
  @FXML private Button save;
  @FXML private Button act;
  @FXML private ComboBox<Kind> kind;
  @FXML private ComboBox<BreakingThing> thing;
  @FXML private ComboBox<Answer> choice;
  @FXML private StatusLabel busy;
  @FXML private Callout done;
  @FXML private Callout saved;
  @FXML private Callout failure;
  @FXML private Label nothing;
  @FXML private VBox details;
  @FXML private Callout summary;
  @FXML private DependentTable table;
  @FXML private Label when;
  @FXML private VBox beside;
  @FXML private VBox back;
  @FXML private Label elsewhere;
  @FXML private VBox commands;

  public BreakingView(BreakingViewModel viewModel) {
    this.viewModel = viewModel;
  }

  /** The page; every time it comes to the front everything is looked at anew. */
  public Page page() {
    return new Page(Texts.text("breaking.crumb"), Views.load("breaking", this), viewModel::look);
  }

  @FXML
  private void initialize() {
    kind.setConverter(new InWords<>(one -> Texts.text("breaking.kind." + one)));
    kind.getItems().setAll(Kind.values());
    kind.valueProperty().bindBidirectional(viewModel.kindProperty());
    thing.setConverter(new InWords<>(BreakingThing::words));
    thing.setItems(viewModel.things());
    thing.valueProperty().bindBidirectional(viewModel.thingProperty());
    choice.setConverter(new InWords<>(Answer::act));
    choice.setItems(viewModel.answers());
    choice.valueProperty().bindBidirectional(viewModel.answerProperty());
    table.show(rows, row -> {});
    table.fit(6);
    done.textProperty().bind(viewModel.doneProperty());
    saved.textProperty().bind(viewModel.report().newsProperty());
    viewModel.busyProperty().subscribe(this::explain);
    viewModel.failureProperty().subscribe(this::fail);
    viewModel.answerProperty().subscribe(this::show);
  }

  private void explain(String doing) {
    busy.setText(doing);
    Shown.now(busy, !doing.isEmpty());
    boolean idle = doing.isEmpty();
    List.of(refresh, kind, thing, choice).forEach(each -> each.setDisable(!idle));
    boolean failed = viewModel.failureProperty().get() != null;
    Shown.now(nothing, idle && !failed && viewModel.answerProperty().get() == null);
  }

  private void fail(@Nullable CloudFailure why) {
    Failures.show(failure, why);
    explain(viewModel.busyProperty().get());
  }

  private void show(@Nullable Answer answer) {
    Shown.now(details, answer != null);
    save.setDisable(answer == null);
    copy.setContent(answer == null ? "" : answer.text());
    boolean possible = answer != null && Deed.isPossible(answer.impact().loss());
    act.setDisable(!possible);
    Shown.now(elsewhere, answer != null && !possible);
    explain(viewModel.busyProperty().get());
    if (answer == null) {
      return;
    }
    summary.setKind(BreakingPane.kind(answer));
    summary.setText(String.join("\n", answer.summary()));
    rows.setAll(answer.impact().dependents());
    Shown.now(table, !rows.isEmpty());
    when.setText(answer.when());
    sentences(beside, answer.beside());
    sentences(back, answer.wayBack());
    commands.getChildren().setAll(new CommandBox(answer.command()));
    answer.commandsBack().forEach(each -> commands.getChildren().add(new CommandBox(each)));
  }

  private static void sentences(VBox place, List<String> all) {
    place.getChildren().setAll(all.stream().map(BreakingView::sentence).toList());
  }

  private static Node sentence(String words) {
    Label label = new Label(words);
    label.setWrapText(true);
    label.setMinHeight(Label.USE_PREF_SIZE);
    return label;
  }

  @FXML
  private void onRefresh() {
    viewModel.look();
  }

  @FXML
  private void onSave() {
    Answer answer = viewModel.answerProperty().get();
    if (answer != null) {
      viewModel.report().save(answer);
    }
  }

  @FXML
  private void onDo() {
    Answer answer = viewModel.answerProperty().get();
    if (answer != null) {
      PaneHost.around(root).ifPresent(host -> BreakingPane.open(host, answer, viewModel::carryOut));
    }
  }
}
