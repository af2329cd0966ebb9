package dev.wrapkey.planted.rules;

import dev.wrapkey.planted.provisioning.PlainData;

public final class PlainRule {
  PlainData data = new PlainData("x");
}
