package dev.wrapkey.planted.ui;

import dev.wrapkey.planted.ui.task.Tasks;
import org.jspecify.annotations.Nullable;

final class TaskView {
  @Nullable Tasks tasks;
}
