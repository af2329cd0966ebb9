package dev.wrapkey.planted.ui.task;

import dev.wrapkey.planted.ui.view.AndRound;
import org.jspecify.annotations.Nullable;

public final class RoundAndRound {
  @Nullable AndRound other;
}
