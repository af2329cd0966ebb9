package dev.wrapkey.app;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * How a second start with the same state folder brings the window of the first one to the front.
 *
 * <p>The first one listens on the loopback interface. The file {@code window.address} in the state
 * folder, which only its owner can read, says on which port, and holds two random words: whoever
 * rings says the first one and hears the second, so that neither of them can be somebody else. A
 * file that a killed program has left leads to nobody, which is not an error.
 */
final class Doorbell implements AutoCloseable {

  static final String FILE = "window.address";

  private static final Logger LOG = Logger.getLogger(Doorbell.class.getName());
  private static final int WORD_BYTES = 32;
  private static final int MOST_CHARACTERS = 8192;
  private static final Duration PATIENCE = Duration.ofSeconds(3);
  private static final String HEARD = "shown";

  /**
   * What stands in the file.
   *
   * @param question what the one who rings says
   * @param answer what they hear
   */
  private record Address(int port, String question, String answer) {

    static Address read(Path file) throws IOException {
      List<String> lines = Files.readAllLines(file);
      if (lines.size() != 3 || !lines.getFirst().matches("\\d{1,5}")) {
        throw new IOException("no address: " + file);
      }
      return new Address(Integer.parseInt(lines.getFirst()), lines.get(1), lines.get(2));
    }

    String write() {
      return port + "\n" + question + "\n" + answer + "\n";
    }
  }

  private final Path file;
  private final @Nullable ServerSocket door;
  private final Address address;
  private final Consumer<Optional<Path>> visitor;
  private volatile boolean closed;

  private Doorbell(
      Path file, @Nullable ServerSocket door, Address address, Consumer<Optional<Path>> visitor) {
    this.file = file;
    this.door = door;
    this.address = address;
    this.visitor = visitor;
  }

  /**
   * Listens from now on. Where that is impossible, nobody can ring, which is logged.
   *
   * @param visitor is told, on any thread, that the window is wanted, and the plan to show
   */
  static Doorbell hang(Path state, SecureRandom random, Consumer<Optional<Path>> visitor) {
    Path file = state.resolve(FILE);
    try {
      ServerSocket door = new ServerSocket(0, 8, InetAddress.getLoopbackAddress());
      Address address = new Address(door.getLocalPort(), word(random), word(random));
      Doorbell bell = new Doorbell(file, door, address, visitor);
      WholeFile.write(file, address.write());
      Thread.ofPlatform().daemon().name("doorbell").start(() -> bell.listen(door));
      return bell;
    } catch (IOException impossible) {
      LOG.log(Level.WARNING, "a second start cannot show this window", impossible);
      return new Doorbell(file, null, new Address(0, "", ""), visitor);
    }
  }

  private static String word(SecureRandom random) {
    byte[] bytes = new byte[WORD_BYTES];
    random.nextBytes(bytes);
    return HexFormat.of().formatHex(bytes);
  }

  private void listen(ServerSocket open) {
    while (!open.isClosed()) {
      try {
        Socket guest = open.accept();
        Thread.ofVirtual().start(() -> receive(guest));
      } catch (IOException shut) {
        LOG.log(Level.FINE, "the doorbell is silent", shut);
      }
    }
  }

  private void receive(Socket guest) {
    try (guest;
        Line line = new Line(guest)) {
      if (closed || !same(line.read(), address.question())) {
        return; // one more may be let in while the door closes
      }
      line.write(address.answer());
      Optional<Path> plan = Optional.of(line.read()).filter(s -> !s.isEmpty()).map(Path::of);
      visitor.accept(plan);
      line.write(HEARD);
    } catch (IOException | InvalidPathException nonsense) {
      LOG.log(Level.FINE, "somebody rang and said nothing", nonsense);
    }
  }

  private static boolean same(String said, String expected) {
    return MessageDigest.isEqual(
        said.getBytes(StandardCharsets.UTF_8), expected.getBytes(StandardCharsets.UTF_8));
  }

  /**
   * Rings where a window is open on this state folder.
   *
   * @param plan to be shown there
   * @return whether somebody heard it
   */
  static boolean ring(Path state, Optional<Path> plan) {
    try {
      Address address = Address.read(state.resolve(FILE));
      try (Socket socket = new Socket()) {
        socket.connect(
            new InetSocketAddress(InetAddress.getLoopbackAddress(), address.port()),
            (int) PATIENCE.toMillis());
        try (Line line = new Line(socket)) {
          line.write(address.question());
          if (!same(line.read(), address.answer())) {
            return false;
          }
          line.write(plan.map(file -> file.toAbsolutePath().toString()).orElse(""));
          return line.read().equals(HEARD);
        }
      }
    } catch (NoSuchFileException nobody) {
      return false;
    } catch (IOException | IllegalArgumentException stale) {
      LOG.log(Level.FINE, "nobody is at home", stale);
      return false;
    }
  }

  /** Nobody listens any more, and the file is gone. */
  @Override
  public void close() {
    if (door == null) {
      return;
    }
    closed = true;
    try {
      Files.deleteIfExists(file);
      door.close();
    } catch (IOException leftBehind) {
      LOG.log(Level.FINE, "the address stays; it leads to nobody", leftBehind);
    }
  }

  /** A connection that speaks in short lines. */
  private static final class Line implements AutoCloseable {

    private final BufferedReader in;
    private final BufferedWriter out;

    Line(Socket socket) throws IOException {
      socket.setSoTimeout((int) PATIENCE.toMillis());
      in =
          new BufferedReader(
              new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
      out =
          new BufferedWriter(
              new OutputStreamWriter(socket.getOutputStream(), StandardCharsets.UTF_8));
    }

    /** The next line; an end of the conversation is an empty one. */
    String read() throws IOException {
      StringBuilder line = new StringBuilder();
      for (int c = in.read(); c >= 0 && c != '\n'; c = in.read()) {
        line.append((char) c);
        if (line.length() > MOST_CHARACTERS) {
          throw new IOException("too long");
        }
      }
      return line.toString();
    }

    void write(String text) throws IOException {
      out.write(text + "\n");
      out.flush();
    }

    @Override
    public void close() throws IOException {
      out.close();
    }
  }
}
