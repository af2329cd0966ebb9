package dev.wrapkey.planted.rules;

final class Prints {

  void out() {
    System.out.println();
  }

  void err() {
    System.err.println();
  }

  void trace(IllegalStateException bug) {
    bug.printStackTrace();
  }
}
