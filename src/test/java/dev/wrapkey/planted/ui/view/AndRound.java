package dev.wrapkey.planted.ui.view;

import dev.wrapkey.planted.ui.task.RoundAndRound;
import org.jspecify.annotations.Nullable;

public final class AndRound {
  @Nullable RoundAndRound other;
}
