package dev.wrapkey.planted.simulator.world;

import dev.wrapkey.planted.simulator.rest.Handler;

public final class SeesRest {
  Handler handler = new Handler();
}
