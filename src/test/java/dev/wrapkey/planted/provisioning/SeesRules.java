package dev.wrapkey.planted.provisioning;

import dev.wrapkey.planted.rules.GlobalState;

public final class SeesRules {
  GlobalState state = new GlobalState();
}
