package dev.wrapkey.ui.inside;

import dev.wrapkey.encryption.Inspector;
import dev.wrapkey.ui.view.Moments;
import dev.wrapkey.ui.view.Texts;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * What a key store did for a volume since its present key version first wrapped a data key, as the
 * store's own log tells it.
 *
 * @param since when that was
 * @param wraps calls of {@code wrapKey} that were answered
 * @param unwraps calls of {@code unwrapKey} that were answered
 */
record KeyWork(Instant since, long wraps, long unwraps) {

  /**
   * @param keyVersion identifier of the version that wraps the volume key
   * @return empty if the log knows of no wrapping by that version
   */
  static Optional<KeyWork> of(String keyVersion, List<Inspector.Call> log) {
    String version = keyVersion.substring(keyVersion.lastIndexOf('/') + 1);
    List<Inspector.Call> answered = log.stream().filter(call -> call.status() < 300).toList();
    return answered.stream()
        .filter(call -> call.operation().equals("wrapKey"))
        .filter(call -> call.keyVersion().equalsIgnoreCase(version))
        .map(Inspector.Call::at)
        .min(Comparator.naturalOrder())
        .map(
            since ->
                new KeyWork(
                    since, count(answered, since, "wrapKey"), count(answered, since, "unwrapKey")));
  }

  String words() {
    return Texts.text("inside.work.value", wraps + unwraps, wraps, unwraps, Moments.utc(since));
  }

  /** What to say if the log does not tell. */
  static String none() {
    return Texts.text("inside.work.none");
  }

  private static long count(List<Inspector.Call> log, Instant since, String operation) {
    return log.stream()
        .filter(call -> !call.at().isBefore(since) && call.operation().equals(operation))
        .count();
  }
}
