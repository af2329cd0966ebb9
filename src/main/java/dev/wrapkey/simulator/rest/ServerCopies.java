package dev.wrapkey.simulator.rest;

import com.fasterxml.jackson.databind.JsonNode;
import dev.wrapkey.simulator.world.ArmId;
import dev.wrapkey.simulator.world.Backups;
import dev.wrapkey.simulator.world.Refusal;
import dev.wrapkey.simulator.world.Server;
import dev.wrapkey.simulator.world.ServerDraft;
import dev.wrapkey.simulator.world.ServerSettings;
import dev.wrapkey.simulator.world.World;
import dev.wrapkey.time.SystemTime;
import dev.wrapkey.time.Time;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;

/** Servers made from other servers: restored to a point in time, to the paired region, replicas. */
final class ServerCopies {

  /** "Unable to geo-restore" within the first hour (documentation of backup and restore, 2026). */
  private static final Duration GEO_DELAY = Duration.ofHours(1);

  /** How long ago a client may have looked at its own clock. */
  private static final Duration RECENT = Duration.ofMinutes(15);

  private static final int REPLICAS = 5;

  private final World world;
  private final Backups backups;
  private final Time wall = new SystemTime();

  ServerCopies(World world, Backups backups) {
    this.world = world;
    this.backups = backups;
  }

  /** What a body says a server shall be made from. */
  ServerSettings.Origin origin(JsonNode body) {
    JsonNode properties = body.path("properties");
    String mode = ServerSettings.Origin.mode(Tree.text(properties, "createMode"));
    String source = Tree.text(properties, "sourceServerResourceId");
    if (mode.isEmpty()) {
      throw ArmErrors.invalidParameter("createMode");
    }
    if (mode.equals("Create")) {
      return ServerSettings.Origin.NEW;
    }
    if (source.isEmpty()) {
      throw ArmErrors.invalidParameter("sourceServerResourceId");
    }
    String time = Tree.text(properties, "pointInTimeUTC");
    boolean toMoment = !mode.equals("Replica") && !time.isEmpty();
    if (toMoment && moment(time).isEmpty()) {
      throw ArmErrors.invalidParameter("pointInTimeUTC");
    }
    Instant at = toMoment ? onOurClock(moment(time).orElseThrow()) : null;
    return new ServerSettings.Origin(mode, new ArmId(source), at);
  }

  /** Clients ask for "now" by their own clock, which is behind ours once ours has jumped. */
  private Instant onOurClock(Instant asked) {
    Instant theirs = wall.now();
    boolean isTheirNow = !asked.isAfter(theirs) && asked.isAfter(theirs.minus(RECENT));
    return isTheirNow && theirs.isBefore(world.now()) ? world.now() : asked;
  }

  private static Optional<Instant> moment(String text) {
    try {
      return Optional.of(OffsetDateTime.parse(text).toInstant());
    } catch (DateTimeParseException malformed) {
      return Optional.empty();
    }
  }

  /** The server itself, which must exist. */
  Optional<Server> source(ServerSettings.Origin origin) {
    ArmId id = origin.source();
    if (id == null) {
      return Optional.empty();
    }
    return Optional.of(
        world
            .server(id)
            .filter(s -> s.id().type().equalsIgnoreCase(Server.TYPE))
            .orElseThrow(() -> ArmErrors.notFound(id)));
  }

  /** The settings of a new server; a replica takes over how clients sign in. */
  ServerSettings settings(ArmId id, JsonNode body, ServerSettings.Origin origin) {
    ServerSettings usual = ServerSettings.usual(id).with(origin);
    ServerSettings.Auth auth =
        source(origin).map(s -> world.settings(s).auth()).orElse(usual.auth());
    ServerSettings base =
        new ServerSettings(id, usual.window(), usual.standby(), auth, usual.network(), origin);
    return SettingsBodies.merge(base, body.path("properties"));
  }

  /**
   * Whether the copy is possible.
   *
   * @throws Refusal 400
   */
  void check(ServerDraft draft, Server source, ServerSettings settings) {
    String region = world.regions().find(draft.region()).orElseThrow().name();
    switch (settings.origin().mode()) {
      case "Replica" -> checkReplica(source);
      case "GeoRestore" -> {
        checkGeoRestore(draft, source, region);
        checkMoment(source, settings.origin());
      }
      default -> {
        require(region.equals(source.region()), "location");
        checkMoment(source, settings.origin());
      }
    }
  }

  /** Of geo-restores too ("Geo-restore", documentation of 6 November 2025). */
  private void checkMoment(Server source, ServerSettings.Origin from) {
    Instant asked = from.at();
    Instant at = asked == null ? world.now() : asked;
    boolean reached =
        backups
            .earliest(source, from.isGeoRestore())
            .filter(first -> !at.isBefore(first))
            .isPresent();
    require(reached && !at.isAfter(world.now()), "pointInTimeUTC");
  }

  private void checkReplica(Server source) {
    require(!source.shape().compute().tier().equals("Burstable"), "sku.tier");
    require(!world.settings(source).origin().isReplica(), "sourceServerResourceId");
    require(replicas(world, source).size() < REPLICAS, "sourceServerResourceId");
  }

  private void checkGeoRestore(ServerDraft draft, Server source, String region) {
    boolean geo = world.settings(source).standby().geoBackup();
    boolean ready = !world.now().isBefore(source.status().created().plus(GEO_DELAY));
    if (!geo || !ready) {
      throw new Refusal(
          400,
          "GeoBackupsNotAvailable",
          "Unable to geo-restore server %s as its geo-backups are not available yet."
              .formatted(source.id().name()));
    }
    String home = world.regions().find(source.region()).orElseThrow().pair().getFirst();
    require(region.equals(home) && !draft.id().key().equals(source.id().key()), "location");
  }

  static List<Server> replicas(World world, Server source) {
    return world.serversWithin("/").stream()
        .filter(s -> isReplicaOf(world.settings(s).origin(), source))
        .toList();
  }

  private static boolean isReplicaOf(ServerSettings.Origin origin, Server source) {
    ArmId from = origin.source();
    return origin.isReplica() && from != null && from.key().equals(source.id().key());
  }

  private static void require(boolean legal, String parameter) {
    if (!legal) {
      throw ArmErrors.invalidParameter(parameter);
    }
  }
}
