package dev.wrapkey.ui.health;

import dev.wrapkey.health.HealthLine;
import dev.wrapkey.health.KeyHealth;
import dev.wrapkey.provisioning.KeyStore;
import dev.wrapkey.provisioning.ResourceId;
import dev.wrapkey.ui.control.StatusLabel;
import dev.wrapkey.ui.table.Columns;
import dev.wrapkey.ui.table.Said;
import dev.wrapkey.ui.table.SaidTable;
import java.time.Instant;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.control.TableColumn;
import javafx.scene.text.Text;

/** The table of keys of all servers. Enter, a double click, or a click on the name opens one. */
public final class HealthTable extends SaidTable<HealthLine> {

  /** What is shown until somebody chooses. */
  static final List<String> USUAL =
      List.of(
          "urgency", "server", "mode", "key", "version", "newest", "status", "expires", "auto",
          "rotated", "gaps");

  private static final double EDGES = 18;
  private static final double SIGN = 22;

  private final ObjectProperty<Instant> now = new SimpleObjectProperty<>(Instant.EPOCH);

  public HealthTable() {
    moment("urgency", 98, HealthWords::urgency);
    Columns.name(
        link("health.column.server", 118, line -> Said.plain(HealthWords.name(line))), "server");
    words("use", 92, HealthWords::purpose);
    words("mode", 102, HealthWords::mode);
    words("key", 192, HealthWords::keyName);
    said("version", 88, HealthWords::version);
    said("newest", 98, HealthWords::newest);
    said("status", 84, HealthWords::status);
    moment("expires", 104, HealthWords::expires);
    words("auto", 106, HealthWords::auto);
    said("rotated", 116, HealthWords::rotated);
    words("state", 100, line -> line.server().state());
    words("region", 110, line -> line.health().region());
    words("subscription", 140, line -> line.health().subscription().name());
    words("identity", 130, line -> key(line, k -> k.identity().map(ResourceId::name).orElse("")));
    words("softdelete", 90, line -> store(line, HealthWords::softDelete));
    words("purge", 110, line -> store(line, HealthWords::purge));
    words("retention", 90, line -> store(line, HealthWords::retention));
    words("network", 150, line -> store(line, HealthWords::network));
    words("authorization", 120, line -> store(line, HealthWords::authorization));
    words("policy", 110, line -> key(line, k -> k.policy().map(HealthWords::policy).orElse("")));
    said("gaps", 150, HealthWords::gaps);
    getSortOrder().add(getColumns().getFirst());
    HealthWords.widest().forEach(this::keep);
  }

  /** In a small window other columns give way first. */
  private void keep(String name, List<Said> widest) {
    double least = widest.stream().mapToDouble(HealthTable::width).max().orElse(0);
    TableColumn<HealthLine, ?> column = new Columns<>(this, "server").column(name);
    column.setMinWidth(least);
    column.setPrefWidth(Math.max(column.getPrefWidth(), least));
  }

  private static double width(Said said) {
    double words = new Text(said.text()).getLayoutBounds().getWidth();
    return words + EDGES + (said.kind() == StatusLabel.Kind.NONE ? 0 : SIGN);
  }

  /** The moment by which days are counted. */
  ObjectProperty<Instant> nowProperty() {
    return now;
  }

  private static String key(HealthLine line, Function<KeyHealth, String> words) {
    return line.key().map(words).orElse("");
  }

  private static String store(HealthLine line, Function<KeyStore, String> words) {
    return line.key().flatMap(KeyHealth::store).map(words).orElse("");
  }

  private void words(String name, double width, Function<HealthLine, String> words) {
    said(name, width, line -> Said.plain(words.apply(line)));
  }

  private void said(String name, double width, Function<HealthLine, Said> said) {
    Columns.name(
        column(
            "health.column." + name, width, line -> new ReadOnlyObjectWrapper<>(said.apply(line))),
        name);
  }

  private void moment(String name, double width, BiFunction<HealthWords, HealthLine, Said> said) {
    said(name, width, line -> said.apply(new HealthWords(now.get()), line));
  }
}
