package dev.wrapkey.planted.rules;

final class InnocentThrower {

  void state() {
    throw new IllegalStateException();
  }
}
