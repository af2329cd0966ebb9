package dev.wrapkey.planted.ui;

import dev.wrapkey.planted.azure.SeesSimulator;
import org.jspecify.annotations.Nullable;

final class BackendView {
  @Nullable SeesSimulator backend;
}
