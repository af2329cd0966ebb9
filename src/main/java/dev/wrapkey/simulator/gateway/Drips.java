package dev.wrapkey.simulator.gateway;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.server.internal.HttpConnection;
import org.eclipse.jetty.util.thread.Scheduler;

/**
 * Cuts connections that never finish the headers of a request: one byte now and then keeps the idle
 * timeout away, so bytes that complete no request are counted by the look.
 */
final class Drips implements Connection.Listener {

  private static final int PATIENCE = 3;

  private final Scheduler scheduler;
  private final Duration look;

  /**
   * @param look how long between two looks; a connection is cut at the third in a row that finds
   *     more bytes and no further request
   */
  Drips(Scheduler scheduler, Duration look) {
    this.scheduler = scheduler;
    this.look = look;
  }

  @Override
  public void onOpened(Connection connection) {
    if (connection instanceof HttpConnection) {
      watch(connection, connection.getBytesIn(), connection.getMessagesIn(), 0);
    }
  }

  private void watch(Connection connection, long bytes, long requests, int drips) {
    if (connection.getEndPoint().isOpen()) {
      scheduler.schedule(
          () -> look(connection, bytes, requests, drips), look.toMillis(), TimeUnit.MILLISECONDS);
    }
  }

  private void look(Connection connection, long bytes, long requests, int before) {
    long bytesNow = connection.getBytesIn();
    long requestsNow = connection.getMessagesIn();
    int drips = bytesNow > bytes && requestsNow == requests ? before + 1 : 0;
    if (drips >= PATIENCE) {
      connection.getEndPoint().close();
    } else {
      watch(connection, bytesNow, requestsNow, drips);
    }
  }
}
