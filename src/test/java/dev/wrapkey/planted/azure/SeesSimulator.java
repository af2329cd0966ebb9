package dev.wrapkey.planted.azure;

import dev.wrapkey.planted.simulator.SeesAzure;

public final class SeesSimulator {
  SeesAzure other = new SeesAzure();
}
