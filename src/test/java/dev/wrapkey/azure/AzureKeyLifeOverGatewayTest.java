package dev.wrapkey.azure;

import com.azure.core.http.HttpClient;
import dev.wrapkey.simulator.PracticeCloud;
import dev.wrapkey.simulator.gateway.Opened;
import dev.wrapkey.simulator.gateway.Speed;
import dev.wrapkey.time.VirtualTime;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;

/** The same promises, kept over a socket and TLS. */
class AzureKeyLifeOverGatewayTest extends AzureKeyLifeContractTest {

  private Opened gateway;

  @Override
  HttpClient transport(PracticeCloud practice, VirtualTime time, Path folder) throws Exception {
    gateway = Opened.over(practice, time, folder, Speed.STANDING);
    return Gatehouse.transport(folder);
  }

  @AfterAll
  void closeGateway() {
    gateway.close();
  }
}
