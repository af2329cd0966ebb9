package dev.wrapkey.app;

import dev.wrapkey.rehearsal.Deed;
import dev.wrapkey.rehearsal.Stage;
import dev.wrapkey.simulator.PracticeCloud;
import dev.wrapkey.time.VirtualTime;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** The practice cloud as the stage of rehearsals. */
record Theatre(PracticeCloud cloud, VirtualTime time) implements Stage {

  @Override
  public Instant now() {
    return time.now();
  }

  @Override
  public void jump(Duration length) {
    time.jump(length);
  }

  @Override
  public String subscription() {
    return PracticeCloud.SUBSCRIPTION;
  }

  @Override
  public void strike(String group) {
    cloud.strike(group);
  }

  @Override
  public List<Deed> deeds(String group, Instant since) {
    String scope =
        "/subscriptions/%s/resourcegroups/%s/"
            .formatted(PracticeCloud.SUBSCRIPTION, group)
            .toLowerCase(Locale.ROOT);
    return cloud.activities().stream()
        .filter(a -> a.resource().toLowerCase(Locale.ROOT).startsWith(scope))
        .filter(a -> !a.at().isBefore(since))
        .map(a -> new Deed(a.at(), a.resource(), a.act().operation(), a.result().status()))
        .sorted(Comparator.comparing(Deed::at))
        .toList();
  }
}
