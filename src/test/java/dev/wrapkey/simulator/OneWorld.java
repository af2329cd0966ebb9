package dev.wrapkey.simulator;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** One practice cloud for all tests of a class. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class OneWorld {

  static final String V = "?api-version=7.4";
  static final String SUBSCRIPTION = Practice.ARM + "/subscriptions/" + Practice.PRODUCTION;

  Practice practice;

  @BeforeAll
  void open(@TempDir Path folder) throws StateInUse {
    practice = new Practice(folder);
  }

  @AfterAll
  void close() {
    practice.close();
  }
}
