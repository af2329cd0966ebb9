package dev.wrapkey.planted.cli;

public final class InnocentPrinter {
  void out() {
    System.out.println();
  }
}
