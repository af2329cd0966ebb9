package dev.wrapkey.azure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.azure.core.http.HttpClient;
import dev.wrapkey.provisioning.CloudFailure;
import dev.wrapkey.simulator.Landscapes;
import dev.wrapkey.simulator.PracticeCloud;
import dev.wrapkey.simulator.gateway.Opened;
import dev.wrapkey.simulator.gateway.Speed;
import dev.wrapkey.time.VirtualTime;
import java.nio.file.Path;
import java.time.Instant;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/**
 * Where the promises of the port are tried: the SDK on one side, a practice cloud on the other, the
 * same one for all tests of a class.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class PracticeContract {

  static final String SUB = PracticeCloud.SUBSCRIPTION;

  final VirtualTime time = VirtualTime.standingAt(Instant.parse("2026-03-01T12:00:00Z"));
  Path folder;
  PracticeCloud practice;
  HttpClient transport;
  AzureConnection connection;
  AzureCloud cloud;
  private @Nullable Opened gateway;

  @BeforeAll
  void open(@TempDir Path temporary) throws Exception {
    folder = temporary;
    practice = practice(folder.resolve("practice"));
    transport = transport();
    connection =
        AzureConnection.servicePrincipal(
            transport, PracticeCloud.TENANT, PracticeCloud.CLIENT, practice.clientSecret());
    cloud = new AzureCloud(connection);
  }

  /** With the landscape's keys made already, which takes seconds. */
  PracticeCloud practice(Path state) throws Exception {
    return Landscapes.open(state, time);
  }

  /** Whether requests go over a socket and TLS; else they are a call in this process. */
  boolean overGateway() {
    return false;
  }

  private HttpClient transport() throws Exception {
    if (!overGateway()) {
      return practice.httpClient();
    }
    gateway = Opened.over(practice, time, folder, Speed.STANDING);
    return Gatehouse.transport(folder);
  }

  @AfterAll
  void close() {
    if (gateway != null) {
      gateway.close();
    }
    practice.close();
  }

  static CloudFailure failureOf(ThrowingCallable call) {
    CloudFailure failure = catchThrowableOfType(CloudFailure.class, call);
    assertThat(failure).isNotNull();
    return failure;
  }
}
