package dev.wrapkey.ui.watch;

import dev.wrapkey.provisioning.HealthNote;
import dev.wrapkey.provisioning.LogEntry;
import dev.wrapkey.ui.control.Callout;
import dev.wrapkey.ui.failure.Failures;
import dev.wrapkey.ui.task.Listing;
import dev.wrapkey.ui.view.Moments;
import dev.wrapkey.ui.view.Texts;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.fxml.FXML;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;

/** Screen of what Azure has noticed of a server. */
public final class WatchView {

  private final WatchViewModel viewModel;

  @FXML private ComboBox<Period> period;
  @FXML private Callout healthFailure;
  @FXML private TableView<HealthNote> health;
  @FXML private Callout logFailure;
  @FXML private TableView<LogEntry> log;

  public WatchView(WatchViewModel viewModel) {
    this.viewModel = viewModel;
  }

  @FXML
  private void initialize() {
    column(health, "since", 145, note -> note.since().map(Moments::utc).orElse(""));
    column(health, "availability", 95, HealthNote::state);
    column(health, "title", 95, HealthNote::title);
    column(health, "reason", 105, HealthNote::reason);
    column(health, "summary", 300, HealthNote::summary);
    column(log, "time", 145, entry -> Moments.utc(entry.at()));
    column(log, "level", 95, LogEntry::level);
    column(log, "status", 85, LogEntry::status);
    column(log, "operation", 310, LogEntry::operation);
    column(log, "caller", 110, LogEntry::caller);
    column(log, "message", 260, LogEntry::message);
    column(log, "correlation", 250, LogEntry::correlation);
    health.setItems(viewModel.health().items());
    log.setItems(viewModel.entries().items());
    viewModel.health().stateProperty().subscribe(now -> place(health, now, "watch.health.none"));
    viewModel.entries().stateProperty().subscribe(now -> place(log, now, "watch.log.none"));
    viewModel.health().failureProperty().subscribe(why -> Failures.show(healthFailure, why));
    viewModel.entries().failureProperty().subscribe(why -> Failures.show(logFailure, why));
    period.getItems().setAll(Period.values());
    period.setConverter(new Words());
    period.valueProperty().bindBidirectional(viewModel.periodProperty());
  }

  private static <T> void column(
      TableView<T> table, String key, double width, Function<T, String> text) {
    TableColumn<T, String> column = new TableColumn<>(Texts.text("watch.column." + key));
    column.setPrefWidth(width);
    column.setCellValueFactory(each -> new ReadOnlyStringWrapper(text.apply(each.getValue())));
    column.setCellFactory(_ -> new WholeCell<>());
    table.getColumns().add(column);
  }

  private static void place(TableView<?> table, Listing.State now, String none) {
    table.setPlaceholder(
        new Label(
            Texts.text(
                switch (now) {
                  case IDLE, LOADING -> "watch.loading";
                  case READY -> none;
                  case FAILED -> "watch.failed";
                })));
  }

  @FXML
  private void onRefresh() {
    viewModel.refresh();
  }

  /** A period in words. */
  private static final class Words extends StringConverter<Period> {

    @Override
    public String toString(@Nullable Period one) {
      return one == null ? "" : Texts.text("watch.period." + one);
    }

    @Override
    public @Nullable Period fromString(String words) {
      return null;
    }
  }
}
