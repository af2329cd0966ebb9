package dev.wrapkey.ui.waves;

import dev.wrapkey.rotation.WaveRow;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** One server of many as the table shows it. Lives on the screen's thread. */
public final class WaveLine {

  /**
   * How it is now.
   *
   * @param row how far it is
   * @param live whether the waves are under way
   */
  record Now(WaveRow row, boolean live) {}

  private final ReadOnlyObjectWrapper<Now> now;

  WaveLine(WaveRow row) {
    now = new ReadOnlyObjectWrapper<>(new Now(row, false));
  }

  void show(WaveRow row, boolean live) {
    now.set(new Now(row, live));
  }

  WaveRow row() {
    return now.get().row();
  }

  ReadOnlyObjectProperty<Now> nowProperty() {
    return now.getReadOnlyProperty();
  }
}
