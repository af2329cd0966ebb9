package dev.wrapkey.ui.watch;

import dev.wrapkey.provisioning.Cloud;
import dev.wrapkey.provisioning.HealthNote;
import dev.wrapkey.provisioning.LogEntry;
import dev.wrapkey.provisioning.ResourceId;
import dev.wrapkey.time.Time;
import dev.wrapkey.ui.task.Listing;
import dev.wrapkey.ui.task.Tasks;
import java.time.Instant;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;

/** Resource Health and activity log of a server. */
public final class WatchViewModel {

  private final Cloud cloud;
  private final Time time;
  private final ResourceId id;
  private final Listing<HealthNote> health;
  private final Listing<LogEntry> entries;
  private final ObjectProperty<Period> period = new SimpleObjectProperty<>(Period.WEEK);

  /**
   * @param time the cloud's clock
   */
  public WatchViewModel(Cloud cloud, Tasks tasks, Time time, ResourceId id) {
    this.cloud = cloud;
    this.time = time;
    this.id = id;
    health = new Listing<>(tasks);
    entries = new Listing<>(tasks);
    period.addListener((o, was, is) -> readLog());
  }

  /** Reads both anew. */
  public void refresh() {
    health.loadAll(() -> cloud.watch().health(id));
    readLog();
  }

  private void readLog() {
    Instant now = time.now();
    Instant since = now.minus(period.get().length());
    entries.load((stop, page) -> cloud.watch().activity(id, since, now, stop, page));
  }

  /** What is now, then what was before. */
  Listing<HealthNote> health() {
    return health;
  }

  Listing<LogEntry> entries() {
    return entries;
  }

  ObjectProperty<Period> periodProperty() {
    return period;
  }
}
