package dev.wrapkey.ui.practice;

import dev.wrapkey.ui.view.Moments;
import dev.wrapkey.ui.view.Texts;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.Tooltip;
import org.jspecify.annotations.Nullable;

/** The table of what other programs did. */
public final class RequestTable extends TableView<PracticeGateway.Request> {

  public RequestTable() {
    getStyleClass().add("data-table");
    setColumnResizePolicy(CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
    column("practice.request.at", 140, each -> Moments.utc(each.at()));
    column("practice.request.what", 230, each -> Deed.of(each).what());
    column("practice.request.name", 170, each -> Deed.of(each).name());
    column("practice.request.status", 110, RequestTable::status);
    column("practice.request.line", 420, RequestTable::line);
  }

  private static String status(PracticeGateway.Request request) {
    return request.fault().isEmpty()
        ? String.valueOf(request.status())
        : Texts.text("practice.request.fault", String.valueOf(request.status()), request.fault());
  }

  private static String line(PracticeGateway.Request request) {
    return request.method() + " " + request.host() + request.path();
  }

  private void column(String key, double width, Function<PracticeGateway.Request, String> text) {
    TableColumn<PracticeGateway.Request, String> column = new TableColumn<>(Texts.text(key));
    column.setPrefWidth(width);
    column.setSortable(false);
    column.setCellValueFactory(row -> new ReadOnlyStringWrapper(text.apply(row.getValue())));
    column.setCellFactory(each -> new Cell());
    getColumns().add(column);
  }

  /** Text that is whole in its tooltip. */
  private static final class Cell extends TableCell<PracticeGateway.Request, String> {

    @Override
    protected void updateItem(@Nullable String text, boolean empty) {
      super.updateItem(text, empty);
      boolean some = !empty && text != null && !text.isEmpty();
      setText(some ? text : "");
      setTooltip(some ? new Tooltip(text) : null);
    }
  }
}
