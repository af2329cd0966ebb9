package dev.wrapkey.azure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.azure.core.http.HttpMethod;
import com.azure.core.http.HttpRequest;
import com.azure.core.http.jdk.httpclient.JdkHttpClientBuilder;
import com.azure.core.util.Context;
import dev.wrapkey.provisioning.CloudFailure;
import dev.wrapkey.provisioning.CloudFailure.Kind;
import java.io.EOFException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.net.http.HttpTimeoutException;
import java.security.cert.CertificateException;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import javax.net.ssl.SSLHandshakeException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What the network does, as the JDK tells it. */
class TransportFailuresTest {

  static Stream<Arguments> table() {
    return Stream.of(
        arguments(new UnknownHostException("login.example"), Kind.OFFLINE, "NameNotResolved"),
        arguments(new SocketException("Connection reset"), Kind.UNREACHABLE, "ConnectionBroken"),
        arguments(new EOFException("end"), Kind.UNREACHABLE, "ConnectionBroken"),
        arguments(new HttpTimeoutException("request timed out"), Kind.UNREACHABLE, "TimedOut"),
        arguments(new TimeoutException("waited"), Kind.UNREACHABLE, "TimedOut"),
        arguments(new IOException("HTTP/1.1 header parser"), Kind.UNREACHABLE, "NoAnswer"),
        arguments(distrust(), Kind.TLS, "CertificateNotTrusted"),
        arguments(new SSLHandshakeException("no cipher suites"), Kind.TLS, "HandshakeFailed"),
        arguments(brokenOff(), Kind.UNREACHABLE, "ConnectionBroken"));
  }

  private static Throwable distrust() {
    return new SSLHandshakeException("(certificate_unknown)")
        .initCause(new CertificateException("unable to find valid certification path"));
  }

  private static Throwable brokenOff() {
    return new SSLHandshakeException("Remote host terminated the handshake")
        .initCause(new EOFException("SSL peer shut down incorrectly"));
  }

  @ParameterizedTest
  @MethodSource("table")
  void eachMeansOneKindHoweverDeepItLies(Throwable thrown, Kind kind, String code) {
    CloudFailure failure =
        TransportFailures.of(new IllegalStateException("wrapped", thrown)).orElseThrow();
    assertThat(failure.kind()).isEqualTo(kind);
    assertThat(failure.code()).isEqualTo(code);
    assertThat(failure.details()).isNotBlank();
  }

  @Test
  void whatIsNotOfTheNetworkIsNoneOfItsFailures() {
    assertThat(TransportFailures.of(new IllegalStateException("bug"))).isEmpty();
  }

  @Test
  void nobodyListeningIsNoConnection() throws IOException {
    int port;
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = free.getLocalPort();
    }
    CloudFailure failure = whenAsked("http://127.0.0.1:" + port + "/");
    assertThat(failure.kind()).isEqualTo(Kind.OFFLINE);
    assertThat(failure.code()).isEqualTo("ConnectionRefused");
  }

  @Test
  void aNameThatNobodyKnowsIsNoConnection() {
    CloudFailure failure = whenAsked("http://wrapkey.invalid/");
    assertThat(failure.kind()).isEqualTo(Kind.OFFLINE);
    assertThat(failure.code()).isEqualTo("NameNotResolved");
    assertThat(failure.details()).isNotBlank();
  }

  private static CloudFailure whenAsked(String url) {
    return org.assertj.core.api.Assertions.catchThrowableOfType(
        CloudFailure.class,
        () ->
            AzureFailures.ask(
                () ->
                    new JdkHttpClientBuilder()
                        .build()
                        .sendSync(new HttpRequest(HttpMethod.GET, url), Context.NONE)));
  }
}
