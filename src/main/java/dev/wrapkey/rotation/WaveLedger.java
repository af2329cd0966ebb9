package dev.wrapkey.rotation;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.wrapkey.provisioning.ResourceId;
import dev.wrapkey.provisioning.WholeFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;

/**
 * Waves on disk: a folder with the order, how far it is, and a ledger for each server that has
 * begun. What a server has come to is written only in its own ledger. Thread-safe.
 */
public final class WaveLedger {

  /** How far waves are. */
  public enum Phase {
    /** Under way, or broken off by a crash. */
    RUNNING,
    /** No further server begins until a person says so. */
    PAUSED,
    /** A person has stopped it. */
    STOPPED,
    /** Too many have failed: the next wave is held back until a person says so. */
    HALTED,
    /** All that can be done is done; single servers may have failed. */
    ENDED
  }

  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final String ORDER = "order.json";
  private static final String STAND = "stand.json";
  private static final DateTimeFormatter STAMP =
      DateTimeFormatter.ofPattern("'waves-'uuuuMMdd-HHmmss", Locale.ROOT).withZone(ZoneOffset.UTC);

  private final Path folder;
  private final WaveOrder order;
  private final Instant begun;
  private final Map<ResourceId, RotationLedger> ledgers = new ConcurrentHashMap<>();
  private volatile Phase phase;

  private WaveLedger(Path folder, WaveOrder order, Instant begun, Phase phase) {
    this.folder = folder;
    this.order = order;
    this.begun = begun;
    this.phase = phase;
    RotationLedger.all(folder)
        .forEach(ledger -> ledgers.put(ledger.entry().order().server(), ledger));
  }

  /** Writes waves down before anything is asked for. */
  static WaveLedger begin(Path root, WaveOrder order, Instant now) {
    Path folder = root.resolve(STAMP.format(now));
    for (int i = 2; Files.exists(folder); i++) {
      folder = root.resolve(STAMP.format(now) + "-" + i);
    }
    ObjectNode all = JsonNodeFactory.instance.objectNode();
    all.put("begun", now.toString());
    all.put("canaries", order.shape().canaries());
    all.put("size", order.shape().size());
    all.put("tolerated", order.shape().tolerated());
    ArrayNode orders = all.putArray("orders");
    order.orders().forEach(each -> orders.add(RotationJson.order(each)));
    WholeFile.write(folder.resolve(ORDER), RotationJson.pretty(all));
    WaveLedger ledger = new WaveLedger(folder, order, now, Phase.PAUSED);
    ledger.phase(Phase.PAUSED);
    return ledger;
  }

  /** All waves that a folder has, oldest first. */
  public static List<WaveLedger> all(Path root) {
    return RotationFile.foldersIn(root).stream().flatMap(folder -> read(folder).stream()).toList();
  }

  /** Those that can be gone on with, oldest first. */
  public static List<WaveLedger> unfinished(Path root) {
    return all(root).stream().filter(ledger -> ledger.phase() != Phase.ENDED).toList();
  }

  private static Optional<WaveLedger> read(Path folder) {
    try {
      if (!Files.exists(folder.resolve(ORDER))) {
        return Optional.empty();
      }
      JsonNode all = MAPPER.readTree(Files.readString(folder.resolve(ORDER)));
      List<RotationOrder> orders = new ArrayList<>();
      all.path("orders").forEach(each -> orders.add(RotationJson.order(each)));
      WaveOrder.Shape shape =
          new WaveOrder.Shape(
              all.path("canaries").asInt(),
              all.path("size").asInt(),
              all.path("tolerated").asInt());
      return Optional.of(
          new WaveLedger(
              folder,
              new WaveOrder(orders, shape),
              Instant.parse(all.path("begun").asText()),
              stand(folder)));
    } catch (JsonProcessingException | IllegalArgumentException | DateTimeParseException _) {
      return Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Phase stand(Path folder) throws IOException {
    Path file = folder.resolve(STAND);
    return Files.exists(file)
        ? Phase.valueOf(MAPPER.readTree(Files.readString(file)).path("phase").asText())
        : Phase.PAUSED;
  }

  public String id() {
    return folder.getFileName().toString();
  }

  public WaveOrder order() {
    return order;
  }

  public Instant begun() {
    return begun;
  }

  public Phase phase() {
    return phase;
  }

  /** Every server as it is now, in its order. Reads nothing from the disk. */
  public List<WaveRow> rows() {
    return IntStream.range(0, order.orders().size()).mapToObj(this::row).toList();
  }

  private WaveRow row(int index) {
    RotationOrder one = order.orders().get(index);
    return new WaveRow(
        one.server(),
        one.region(),
        order.shape().waveOf(index),
        one,
        Optional.ofNullable(ledgers.get(one.server())).map(RotationLedger::entry));
  }

  /** The ledger of one server, for its gate or its rollback; empty while it waits. */
  public Optional<RotationLedger> rotation(ResourceId server) {
    return Optional.ofNullable(ledgers.get(server));
  }

  /** Leaves them as they are, for good: nothing is told of them at the next start. */
  public void settle() {
    ledgers.values().stream()
        .filter(ledger -> ledger.entry().isUnfinished())
        .forEach(RotationLedger::settle);
    phase(Phase.ENDED);
  }

  /** The server's ledger; a new one knows the versions that others have made of its keys. */
  RotationLedger begin(RotationOrder one, RotationLedger.Made made, Instant now) {
    return ledgers.computeIfAbsent(one.server(), _ -> RotationLedger.begin(folder, one, made, now));
  }

  synchronized void phase(Phase next) {
    ObjectNode stand = JsonNodeFactory.instance.objectNode();
    stand.put("phase", next.name());
    WholeFile.write(folder.resolve(STAND), RotationJson.pretty(stand));
    phase = next;
  }
}
