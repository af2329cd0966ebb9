package dev.wrapkey.planted.simulator;

import dev.wrapkey.planted.azure.SeesSimulator;
import org.jspecify.annotations.Nullable;

public final class SeesAzure {
  @Nullable SeesSimulator other;
}
