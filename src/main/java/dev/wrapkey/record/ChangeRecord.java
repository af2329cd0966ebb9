package dev.wrapkey.record;

import dev.wrapkey.language.FileProblem;
import dev.wrapkey.language.Phrases;
import dev.wrapkey.provisioning.CloudFailure;
import dev.wrapkey.time.SystemTime;
import dev.wrapkey.time.Time;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.LongFunction;
import java.util.function.Supplier;

/**
 * The append-only record of changes in one folder. What cannot be written down before is not done.
 */
public final class ChangeRecord {

  /** Name of the folder below that of all the program keeps. */
  public static final String FOLDER = "record";

  private static final System.Logger LOG = System.getLogger(ChangeRecord.class.getName());

  private static final Deed NO_DEED = new Deed("", "", "", Deed.Account.UNKNOWN, "");

  private final RecordFile file;
  private final Time time;
  private final Time computer = new SystemTime();
  private final Supplier<UUID> ids;

  /**
   * @param folder made when there is something to write
   * @param time the cloud's clock
   * @param ids ids of changes
   */
  public ChangeRecord(Path folder, Time time, Supplier<UUID> ids) {
    this.file = new RecordFile(folder);
    this.time = time;
    this.ids = ids;
  }

  /** Where the lines are. */
  public Path path() {
    return file.path();
  }

  /**
   * Reads it all.
   *
   * @throws UncheckedIOException if it is there and cannot be read
   */
  public Reading read() {
    return file.read();
  }

  /**
   * Writes down that something is about to be asked for.
   *
   * @return the id of the change
   * @throws CloudFailure if it cannot be written down; then it must not be asked for
   */
  String begin(Deed deed, Map<String, String> before, Map<String, String> wanted) {
    String change = ids.get().toString();
    try {
      append(change, Phase.BEGUN, deed, before, wanted, "");
    } catch (UncheckedIOException e) {
      throw new CloudFailure(
          CloudFailure.Kind.INVALID,
          "NotRecorded",
          Phrases.say("record.unwritable", FileProblem.of(e.getCause()), file.path()),
          "");
    }
    return change;
  }

  void accepted(String change, Deed deed, String serviceId) {
    add(change, Phase.ACCEPTED, deed, Map.of(), serviceId);
  }

  void done(String change, Deed deed, Map<String, String> after) {
    add(change, Phase.DONE, deed, after, "");
  }

  void refused(String change, Deed deed, CloudFailure failure) {
    boolean silent = failure.kind().isSilence();
    String said = failure.code() + ": " + failure.details();
    add(change, silent ? Phase.UNKNOWN : Phase.REFUSED, deed, Map.of(), said);
  }

  /** Nobody knows whether it was done. */
  void brokenOff(String change, Deed deed, String why) {
    add(change, Phase.UNKNOWN, deed, Map.of(), why);
  }

  /** The change that the service accepted under an id, if nobody has seen its end yet. */
  Optional<Line> accepted(String id) {
    return id.isEmpty() ? Optional.empty() : read().accepted(id);
  }

  // What is done is done: a full disk must not make the program believe that it is not. The change
  // then stands in the record without an end.
  private void add(String change, Phase phase, Deed deed, Map<String, String> after, String said) {
    try {
      append(change, phase, deed, Map.of(), after, said);
    } catch (UncheckedIOException e) {
      LOG.log(System.Logger.Level.WARNING, "the end of a change could not be recorded", e);
    }
  }

  private void append(
      String change,
      Phase phase,
      Deed deed,
      Map<String, String> before,
      Map<String, String> after,
      String said) {
    LongFunction<Line> line =
        number ->
            new Line(number, time.now(), computer.now(), change, phase, deed, before, after, said);
    file.append(line, number -> remark(number, Phase.GAP), number -> remark(number, Phase.MENDED));
  }

  private Line remark(long number, Phase phase) {
    return new Line(number, time.now(), computer.now(), "", phase, NO_DEED, Map.of(), Map.of(), "");
  }
}
