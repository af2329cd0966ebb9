package dev.wrapkey.planted.ui;

import javafx.application.Platform;

final class UsesPlatform {

  void later() {
    Platform.runLater(() -> {});
  }
}
