package dev.wrapkey.planted.ui.task;

import javafx.application.Platform;

final class InnocentTask {

  void start() {
    Thread.startVirtualThread(() -> Platform.runLater(() -> {}));
  }
}
