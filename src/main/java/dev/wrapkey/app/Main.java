package dev.wrapkey.app;

public final class Main {
  private Main() {}

  static void main(String[] args) {}
}
