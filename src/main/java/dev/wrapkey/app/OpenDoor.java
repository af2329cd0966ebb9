package dev.wrapkey.app;

import dev.wrapkey.simulator.PracticeCloud;
import dev.wrapkey.simulator.gateway.EnvironmentFile;
import dev.wrapkey.simulator.gateway.Events;
import dev.wrapkey.simulator.gateway.Gateway;
import dev.wrapkey.simulator.gateway.Speed;
import dev.wrapkey.time.VirtualTime;
import dev.wrapkey.ui.practice.PracticeGateway;
import dev.wrapkey.ui.view.Texts;
import java.io.IOException;
import java.net.BindException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The gateway on the window's own practice cloud. */
final class OpenDoor implements PracticeGateway {

  private static final String CERTIFICATE = "practice-ca.pem";

  private final Supplier<PracticeCloud> cloud;
  private final VirtualTime time;
  private final Path folder;
  private @Nullable Gateway gateway;
  private boolean closed;

  /**
   * @param cloud which may still be coming
   * @param folder gets the certificate and the file for signing in
   */
  OpenDoor(Supplier<PracticeCloud> cloud, VirtualTime time, Path folder) {
    this.cloud = cloud;
    this.time = time;
    this.folder = folder;
  }

  @Override
  public synchronized Attempt open(int port) {
    Path certificate = folder.resolve(CERTIFICATE);
    try {
      Gateway open = gateway;
      if (open == null && !closed) {
        Files.createDirectories(folder);
        Gateway.Setting setting = new Gateway.Setting(port, folder, certificate, present());
        open = Gateway.open(cloud.get(), time, setting, new SecureRandom());
        gateway = open;
      }
      return open == null
          ? Attempt.failed(Texts.text("practice.state.closing"))
          : Attempt.of(new Access(open.address(), certificate, EnvironmentFile.in(folder).path()));
    } catch (IOException unusable) {
      return Attempt.failed(why(port, unusable));
    }
  }

  private Speed present() {
    if (time.isHeld()) {
      return Speed.PAUSED;
    }
    return time.isSkipping() ? Speed.INSTANT : new Speed(time.speed(), false);
  }

  private static String why(int port, IOException unusable) {
    boolean taken =
        unusable instanceof BindException || unusable.getCause() instanceof BindException;
    return taken
        ? Texts.text("practice.port.taken", String.valueOf(port))
        : Texts.text("practice.port.failed", String.valueOf(unusable.getMessage()));
  }

  @Override
  public synchronized void close() {
    if (gateway != null) {
      gateway.close();
      gateway = null;
    }
  }

  /** Closes for good. */
  synchronized void end() {
    closed = true;
    close();
  }

  @Override
  public synchronized List<Request> since(long number) {
    Gateway open = gateway;
    return open == null
        ? List.of()
        : open.events().after(number).stream().map(OpenDoor::request).toList();
  }

  private static Request request(Events.Event event) {
    return new Request(
        event.number(),
        event.at(),
        event.method(),
        event.host(),
        event.path(),
        event.status(),
        event.fault());
  }
}
