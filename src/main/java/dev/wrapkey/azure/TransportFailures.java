package dev.wrapkey.azure;

import dev.wrapkey.provisioning.CloudFailure;
import dev.wrapkey.provisioning.CloudFailure.Kind;
import java.io.EOFException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertificateException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLPeerUnverifiedException;

/**
 * The table from what the network does to kinds of failure. The first row that fits holds: a
 * handshake that the other side broke off is no distrust, and no name is more than no connection.
 */
final class TransportFailures {

  /**
   * One row.
   *
   * @param type what is looked for among the causes
   * @param kind what it means for a person
   * @param code our word for it, as no service has given one
   */
  private record Row(Class<? extends Throwable> type, Kind kind, String code) {}

  private static final String NOT_TRUSTED = "CertificateNotTrusted";
  private static final String TIMED_OUT = "TimedOut";

  private static final List<Row> ROWS =
      List.of(
          new Row(CertificateException.class, Kind.TLS, NOT_TRUSTED),
          new Row(CertPathValidatorException.class, Kind.TLS, NOT_TRUSTED),
          new Row(SSLPeerUnverifiedException.class, Kind.TLS, NOT_TRUSTED),
          new Row(UnknownHostException.class, Kind.OFFLINE, "NameNotResolved"),
          new Row(UnresolvedAddressException.class, Kind.OFFLINE, "NameNotResolved"),
          new Row(NoRouteToHostException.class, Kind.OFFLINE, "NoRoute"),
          new Row(HttpConnectTimeoutException.class, Kind.OFFLINE, "ConnectTimedOut"),
          new Row(ConnectException.class, Kind.OFFLINE, "ConnectionRefused"),
          new Row(HttpTimeoutException.class, Kind.UNREACHABLE, TIMED_OUT),
          new Row(SocketTimeoutException.class, Kind.UNREACHABLE, TIMED_OUT),
          new Row(TimeoutException.class, Kind.UNREACHABLE, TIMED_OUT),
          new Row(EOFException.class, Kind.UNREACHABLE, "ConnectionBroken"),
          new Row(SocketException.class, Kind.UNREACHABLE, "ConnectionBroken"),
          new Row(SSLHandshakeException.class, Kind.TLS, "HandshakeFailed"),
          new Row(IOException.class, Kind.UNREACHABLE, "NoAnswer"));

  private TransportFailures() {}

  /** The failure that a throwable stands for, if it is one of the network. */
  static Optional<CloudFailure> of(Throwable thrown) {
    return ROWS.stream()
        .flatMap(
            row ->
                causes(thrown)
                    .filter(row.type()::isInstance)
                    .map(cause -> new CloudFailure(row.kind(), row.code(), words(cause), "")))
        .findFirst();
  }

  // The JDK's HTTP client says of an unknown host no word but the name of the exception.
  private static String words(Throwable cause) {
    return causes(cause)
        .flatMap(each -> Stream.ofNullable(each.getMessage()))
        .filter(message -> !message.isBlank())
        .findFirst()
        .orElse(cause.getClass().getSimpleName());
  }

  private static Stream<Throwable> causes(Throwable thrown) {
    return Stream.iterate(thrown, each -> each != null, Throwable::getCause);
  }
}
