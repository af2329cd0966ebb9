package dev.wrapkey.ui.practice;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** A door that opens as it is told, for tests of what the window makes of it. */
public final class ScriptedGateway implements PracticeGateway {

  static final Access ACCESS =
      new Access(
          "http://127.0.0.1:8787", Path.of("/state/it's ca.pem"), Path.of("/state/practice.env"));

  final List<Integer> opened = new ArrayList<>();
  final List<Request> answered = new ArrayList<>();
  Attempt next = Attempt.of(ACCESS);
  int closed;

  /** Programs that come through such a door, all work done at once. */
  public static OtherPrograms programs() {
    return new OtherPrograms(new ScriptedGateway(), dev.wrapkey.ui.Practice.tasks());
  }

  void answer(String method, String host, String path, int status) {
    answered.add(
        new Request(
            answered.size() + 1,
            Instant.parse("2026-11-22T10:00:00Z"),
            method,
            host,
            path,
            status,
            ""));
  }

  @Override
  public Attempt open(int port) {
    opened.add(port);
    return next;
  }

  @Override
  public void close() {
    closed++;
  }

  @Override
  public List<Request> since(long number) {
    return answered.stream().filter(each -> each.number() > number).toList();
  }
}
