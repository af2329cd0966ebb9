package dev.wrapkey.planted.rules;

final class ThrowsAnything {

  void runtime() {
    throw new RuntimeException();
  }

  void checked() throws Exception {
    throw new Exception();
  }

  void throwable() throws Throwable {
    throw new Throwable();
  }
}
