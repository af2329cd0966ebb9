package dev.wrapkey.planted.rules;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;

final class StartsThreads {

  void platform() {
    new Thread(() -> {}).start();
  }

  void virtual() {
    Thread.startVirtualThread(() -> {});
  }

  void pool() {
    Executors.newVirtualThreadPerTaskExecutor().close();
  }

  void future() {
    CompletableFuture.runAsync(() -> {});
  }
}
