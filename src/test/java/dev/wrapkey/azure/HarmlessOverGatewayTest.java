package dev.wrapkey.azure;

import dev.wrapkey.simulator.PracticeCloud;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

/** The practice cloud keeps them, so that it is known what to expect of Azure. */
class HarmlessOverGatewayTest extends HarmlessContract {

  private Gatehouse gate;
  private Ground ground;

  @BeforeAll
  void open(@TempDir Path folder) throws Exception {
    gate = new Gatehouse(folder);
    ground =
        new Ground(gate.signedIn(), PracticeCloud.SUBSCRIPTION, "eastus", Optional.of("rg-orders"));
  }

  @AfterAll
  void close() {
    gate.close();
  }

  @Override
  Ground ground() {
    return ground;
  }
}
