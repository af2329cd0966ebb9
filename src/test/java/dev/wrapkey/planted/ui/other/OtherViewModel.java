package dev.wrapkey.planted.ui.other;

public final class OtherViewModel {

  public boolean answer() {
    return true;
  }
}
