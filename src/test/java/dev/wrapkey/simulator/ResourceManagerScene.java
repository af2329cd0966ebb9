package dev.wrapkey.simulator;

import dev.wrapkey.simulator.Practice.Answer;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A practice cloud, and what is put into one resource group of it. */
abstract class ResourceManagerScene {

  static final String SUB = Practice.ARM + "/subscriptions/" + Practice.PRODUCTION;
  static final String GROUP = SUB + "/resourceGroups/rg-orders";

  @TempDir Path folder;
  Practice practice;

  @BeforeEach
  void open() throws StateInUse {
    practice = new Practice(folder);
  }

  @AfterEach
  void close() {
    practice.close();
  }

  Answer put(String url, String body) {
    return practice.send("PUT", url, body);
  }
}
