package dev.wrapkey.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DoorbellTest {

  @TempDir Path state;

  private final List<Optional<Path>> visits = Collections.synchronizedList(new ArrayList<>());

  private Doorbell hang() {
    return Doorbell.hang(state, new SecureRandom(), visits::add);
  }

  private Path file() {
    return state.resolve(Doorbell.FILE);
  }

  @Test
  void whoeverRingsIsHeardWithTheirPlan() {
    Path plan = Path.of("a plan, größer.wrapkey.json");
    try (Doorbell bell = hang()) {
      assertThat(Doorbell.ring(state, Optional.empty())).isTrue();
      assertThat(Doorbell.ring(state, Optional.of(plan))).isTrue();
      assertThat(visits).containsExactly(Optional.empty(), Optional.of(plan.toAbsolutePath()));
      assertThat(bell).isNotNull();
    }
  }

  @Test
  void whereNobodyIsNobodyHears() {
    assertThat(Doorbell.ring(state, Optional.empty())).isFalse();
    hang().close();
    assertThat(file()).doesNotExist();
    assertThat(Doorbell.ring(state, Optional.empty())).isFalse();
  }

  @Test
  void anAddressThatAKilledProgramLeftHindersNobody() throws IOException {
    String left;
    try (Doorbell bell = hang()) {
      left = Files.readString(file());
      assertThat(bell).isNotNull();
    }
    Files.writeString(file(), left);
    assertThat(Doorbell.ring(state, Optional.empty())).isFalse();
    try (Doorbell bell = hang()) {
      assertThat(Doorbell.ring(state, Optional.empty())).isTrue();
      assertThat(bell).isNotNull();
    }
  }

  @Test
  void aTornOrStrangeFileLeadsToNobody() throws IOException {
    for (String text : List.of("", "12", "x\ny\nz\n", "99999\na\nb\n", "\0\0\0")) {
      Files.writeString(file(), text);
      assertThat(Doorbell.ring(state, Optional.empty())).as(text).isFalse();
    }
  }

  @Test
  void whoDoesNotKnowTheWordIsNotHeard() throws IOException {
    try (Doorbell bell = hang()) {
      List<String> lines = Files.readAllLines(file());
      Files.writeString(file(), lines.getFirst() + "\nguessed\n" + lines.getLast() + "\n");
      assertThat(Doorbell.ring(state, Optional.empty())).isFalse();
      assertThat(visits).isEmpty();
      assertThat(bell).isNotNull();
    }
  }

  @Test
  void aStrangerAtThePortIsNotTakenForTheWindow() throws IOException {
    try (Doorbell bell = hang()) {
      List<String> lines = Files.readAllLines(file());
      Files.writeString(file(), lines.getFirst() + "\n" + lines.get(1) + "\nother\n");
      assertThat(Doorbell.ring(state, Optional.of(Path.of("plan")))).isFalse();
      assertThat(bell).isNotNull();
    }
  }

  @Test
  void aLineWithoutEndIsCutOff() throws IOException {
    try (Doorbell bell = hang()) {
      int port = Integer.parseInt(Files.readAllLines(file()).getFirst());
      try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
        socket.getOutputStream().write("x".repeat(9000).getBytes(StandardCharsets.UTF_8));
        socket.setSoTimeout(60_000);
        assertThat(closedBy(socket)).isTrue();
      }
      assertThat(Doorbell.ring(state, Optional.empty())).isTrue();
      assertThat(bell).isNotNull();
    }
  }

  private static boolean closedBy(Socket socket) {
    try {
      return socket.getInputStream().read() < 0;
    } catch (java.net.SocketTimeoutException open) {
      return false;
    } catch (IOException reset) {
      return true;
    }
  }

  @Test
  void onlyTheOwnerReadsTheWords() throws IOException {
    try (Doorbell bell = hang()) {
      if (Files.getFileAttributeView(file(), PosixFileAttributeView.class) != null) {
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file())))
            .isEqualTo("rw-------");
      }
      assertThat(bell).isNotNull();
    }
  }
}
