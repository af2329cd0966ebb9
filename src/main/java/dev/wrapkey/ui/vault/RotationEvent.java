package dev.wrapkey.ui.vault;

import dev.wrapkey.provisioning.ResourceId;
import javafx.event.Event;
import javafx.event.EventType;

/**
 * Somebody wants to rotate the keys of a server. Pages of keys are opened from many places; whoever
 * owns the window knows the way.
 */
public final class RotationEvent extends Event {

  public static final EventType<RotationEvent> OPEN = new EventType<>(Event.ANY, "ROTATION");

  private static final long serialVersionUID = 1;

  private final transient ResourceId server;

  public RotationEvent(ResourceId server) {
    super(OPEN);
    this.server = server;
  }

  public ResourceId server() {
    return server;
  }
}
