package dev.wrapkey.ui.vault;

import dev.wrapkey.time.Time;
import dev.wrapkey.ui.view.Texts;
import java.time.Duration;
import java.time.Instant;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.jspecify.annotations.Nullable;

/** How old what a page shows is, in words. */
public final class Freshness {

  private final Time watch;
  private final ReadOnlyStringWrapper text = new ReadOnlyStringWrapper("");
  private @Nullable Instant readAt;
  private boolean reading;

  Freshness(Time watch) {
    this.watch = watch;
  }

  void reading() {
    reading = true;
    tick();
  }

  void read() {
    reading = false;
    readAt = watch.now();
    tick();
  }

  void failed() {
    reading = false;
    tick();
  }

  /** Says anew how old it is; the view calls this every second. */
  public void tick() {
    Instant then = readAt;
    if (reading) {
      text.set(Texts.text("vault.updating"));
    } else if (then == null) {
      text.set("");
    } else {
      Duration age = Duration.between(then, watch.now());
      text.set(
          age.toMinutes() == 0
              ? Texts.text("vault.updated.seconds", age.toSeconds())
              : Texts.text("vault.updated.minutes", age.toMinutes()));
    }
  }

  ReadOnlyStringProperty textProperty() {
    return text.getReadOnlyProperty();
  }
}
