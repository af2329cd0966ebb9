package dev.wrapkey.planted.simulator.world;

import com.azure.core.util.Context;

public final class SeesVendor {
  Context context = Context.NONE;
}
