package dev.wrapkey.planted.simulator.rest;

import com.azure.core.util.Context;

public final class InnocentClient {
  Context context = Context.NONE;
}
