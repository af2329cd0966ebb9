package dev.wrapkey.ui.server;

import dev.wrapkey.provisioning.Plan;
import dev.wrapkey.provisioning.Server;
import dev.wrapkey.provisioning.Setup;
import dev.wrapkey.rules.RegionNames;
import dev.wrapkey.ui.view.Moments;
import dev.wrapkey.ui.view.Texts;
import java.util.List;

/** The facts of a server in the portal's words and order. */
final class Essentials {

  /**
   * One fact.
   *
   * @param label key of its words
   * @param value what to show
   * @param copied whether people want it elsewhere
   */
  record Fact(String label, String value, boolean copied) {

    Fact(String label, String value) {
      this(label, value, false);
    }
  }

  private Essentials() {}

  static List<Fact> left(Server server, String subscription) {
    return List.of(
        new Fact("server.subscription", subscription),
        new Fact("server.subscription.id", server.id().subscription(), true),
        new Fact("server.group", server.id().resourceGroup()),
        new Fact("server.region", RegionNames.display(server.region())),
        new Fact(
            "server.encryption", Texts.text("server.encryption." + server.encryption().mode())),
        new Fact("server.role", Texts.text("server.role." + role(server.setup().replication()))));
  }

  static List<Fact> right(Server server) {
    Setup setup = server.setup();
    return List.of(
        new Fact("server.host", server.summary().host(), true),
        new Fact("server.login", server.summary().login()),
        new Fact("server.configuration", configuration(server)),
        new Fact("server.version", server.summary().version()),
        new Fact("server.zone", orNone(setup.availabilityZone())),
        new Fact("server.ha", highAvailability(setup.highAvailability())),
        new Fact("server.backup", backup(setup.backup())),
        new Fact("server.created", setup.created().map(Moments::moment).orElse("")));
  }

  private static String configuration(Server server) {
    return Texts.text(
        "server.configuration.value",
        server.summary().sku(),
        Texts.text("server.storage.value", server.summary().storageGib()));
  }

  private static String highAvailability(Plan.HighAvailability availability) {
    String mode = Texts.text("server.ha." + availability.mode());
    return availability.isOn() && !availability.standbyZone().isEmpty()
        ? Texts.text("server.ha.standby", mode, availability.standbyZone())
        : mode;
  }

  private static String backup(Setup.Backups backup) {
    return Texts.text(
        backup.plan().geoRedundant() ? "server.backup.geo" : "server.backup.local",
        backup.plan().retentionDays());
  }

  private static String role(Setup.Replication replication) {
    return replication.isReplica()
        ? "replica"
        : replication.role().equals("Primary") ? "primary" : "single";
  }

  private static String orNone(String text) {
    return text.isEmpty() ? Texts.text("server.none") : text;
  }
}
