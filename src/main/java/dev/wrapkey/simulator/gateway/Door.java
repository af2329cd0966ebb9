package dev.wrapkey.simulator.gateway;

import java.util.Optional;
import org.eclipse.jetty.http.HttpMethod;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** Every request to the gateway: out of a tunnel, for a tunnel, or for the gateway itself. */
final class Door extends Handler.Abstract {

  private final Tunnels tunnels;
  private final Bridge bridge;
  private final Control control;

  Door(Tunnels tunnels, Bridge bridge, Control control) {
    this.tunnels = tunnels;
    this.bridge = bridge;
    this.control = control;
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) {
    Optional<String> host = Tunnels.host(request);
    boolean wantsTunnel = HttpMethod.CONNECT.is(request.getMethod());
    if (host.isPresent() && wantsTunnel) {
      Answers.refuse(response, callback, 405, "MethodNotAllowed", "This is a tunnel already.");
    } else if (host.isPresent()) {
      bridge.carry(request, response, callback, host.get());
    } else if (wantsTunnel) {
      tunnels.open(request, response, callback);
    } else {
      control.answer(request, response, callback);
    }
    return true;
  }
}
