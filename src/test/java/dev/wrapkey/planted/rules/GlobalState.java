package dev.wrapkey.planted.rules;

public final class GlobalState {
  static int count;
  static final int LIMIT = 3;
}
