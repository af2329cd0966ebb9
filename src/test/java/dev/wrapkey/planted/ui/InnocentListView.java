package dev.wrapkey.planted.ui;

import dev.wrapkey.planted.ui.task.Listing;
import org.jspecify.annotations.Nullable;

final class InnocentListView {
  @Nullable Listing listing;
}
