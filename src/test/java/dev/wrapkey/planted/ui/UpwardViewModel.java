package dev.wrapkey.planted.ui;

import org.jspecify.annotations.Nullable;

final class UpwardViewModel {
  @Nullable BackendView view;
}
