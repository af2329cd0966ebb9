package dev.wrapkey.ui.create.networking;

import dev.wrapkey.provisioning.NetworkMaking;
import dev.wrapkey.provisioning.ResourceId;
import dev.wrapkey.rules.Finding;
import dev.wrapkey.rules.NetworkName;
import dev.wrapkey.rules.PrivateAccessCheck;
import dev.wrapkey.ui.form.Making;
import dev.wrapkey.ui.form.PaneForm;
import dev.wrapkey.ui.wizard.Input;
import java.util.function.Consumer;

/** A new private DNS zone for the server. */
public final class ZoneViewModel implements PaneForm {

  private final Place place;
  private final Consumer<ResourceId> made;
  private final Making making;
  private final GroupChoice groups;
  private final Input name;

  /**
   * @param made is told the zone when it is there
   */
  ZoneViewModel(Place place, Consumer<ResourceId> made) {
    this.place = place;
    this.made = made;
    making = new Making(place.tasks());
    groups = new GroupChoice(place, false);
    String server = place.basics().name();
    name =
        new Input(
            server.isEmpty() ? "" : server + ".private" + PrivateAccessCheck.SUFFIX,
            text ->
                NetworkName.zone(text)
                    .or(() -> PrivateAccessCheck.zone(text, server))
                    .map(Finding::message));
  }

  @Override
  public void submit(Runnable done) {
    name.ask();
    groups.askedProperty().set(true);
    if (name.validProperty().get() && !groups.name().isEmpty()) {
      ResourceId id =
          new ResourceId(place.subscription(), groups.name(), ResourceId.PRIVATE_ZONE, name.text());
      making.start(
          cancellation -> new NetworkMaking(place.cloud(), place.time()).zone(id, cancellation),
          zone -> {
            made.accept(zone);
            done.run();
          });
    }
  }

  @Override
  public Making making() {
    return making;
  }

  GroupChoice groups() {
    return groups;
  }

  Input name() {
    return name;
  }
}
