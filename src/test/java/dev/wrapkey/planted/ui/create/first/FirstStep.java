package dev.wrapkey.planted.ui.create.first;

import dev.wrapkey.planted.ui.create.second.SecondStep;
import org.jspecify.annotations.Nullable;

public final class FirstStep {
  @Nullable SecondStep second;
}
