package dev.wrapkey.simulator.world;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * What happened to servers because of their keys, as entries of the activity log: the key cannot be
 * used, it can be used again; clients are kept out, they are let in again. That there are entries
 * is documented (2 June 2026); the names of those about keys are invented, those of Resource Health
 * are documented.
 */
public final class KeyEvents {

  private static final String KEY = Server.TYPE + "/checkEncryptionKeyAccess/action";
  private static final String HEALTH = "Microsoft.Resourcehealth/healthevent/%s/action";
  private static final String SERVICE = "Microsoft.DBforPostgreSQL";

  private final World world;
  private final KeyLife life;
  private final Health health;

  public KeyEvents(World world, KeyLife life, Health health) {
    this.world = world;
    this.life = life;
    this.health = health;
  }

  List<Activity> within(String scope) {
    List<Activity> all = new ArrayList<>();
    for (Server server : world.serversWithin(scope)) {
      for (Volumes.Part part : Volumes.Part.values()) {
        life.spells(server, part).forEach(s -> addAccess(all, server, part, s));
      }
      health.outages(server).forEach(o -> addOutage(all, server, o));
    }
    return all;
  }

  private static void addAccess(List<Activity> all, Server server, Volumes.Part part, Spell spell) {
    String key = String.valueOf(KeyHealth.lock(server, part).key());
    Activity.Act act = new Activity.Act("Administrative", KEY, "");
    all.add(
        entry(
            server,
            spell.from(),
            act,
            new Activity.Result("Failed", 0, "The key " + key + " cannot be used.")));
    Instant until = spell.until();
    if (until != null) {
      all.add(
          entry(
              server,
              until,
              act,
              new Activity.Result("Succeeded", 0, "The key " + key + " can be used again.")));
    }
  }

  private static void addOutage(List<Activity> all, Server server, Health.Outage outage) {
    all.add(
        entry(
            server,
            outage.from(),
            new Activity.Act("ResourceHealth", HEALTH.formatted("Activated"), ""),
            new Activity.Result("Active", 0, "Inaccessible")));
    outage
        .until()
        .ifPresent(
            until ->
                all.add(
                    entry(
                        server,
                        until,
                        new Activity.Act("ResourceHealth", HEALTH.formatted("Resolved"), ""),
                        new Activity.Result("Resolved", 0, "Available"))));
  }

  /** The same entry has the same identifier whenever it is asked for. */
  private static Activity entry(
      Server server, Instant at, Activity.Act act, Activity.Result result) {
    String seed =
        String.join(
            "|", server.status().volume(), at.toString(), act.operation(), result.message());
    String id = UUID.nameUUIDFromBytes(seed.getBytes(StandardCharsets.UTF_8)).toString();
    return new Activity(
        id, at, server.id().text(), act, result, new Activity.Origin(SERVICE, "", id, ""));
  }
}
