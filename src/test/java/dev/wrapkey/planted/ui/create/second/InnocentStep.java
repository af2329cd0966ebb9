package dev.wrapkey.planted.ui.create.second;

public final class InnocentStep {
  SecondStep own = new SecondStep();
}
