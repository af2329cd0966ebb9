package dev.wrapkey.ui.control;

import javafx.event.Event;
import javafx.event.EventType;

/** Somebody wants to read a public page. Whoever owns the window opens it. */
public final class DocumentEvent extends Event {

  public static final EventType<DocumentEvent> OPEN = new EventType<>(Event.ANY, "DOCUMENT");

  private static final long serialVersionUID = 1;

  private final String address;

  public DocumentEvent(String address) {
    super(OPEN);
    this.address = address;
  }

  /** Of the page, https. */
  public String address() {
    return address;
  }
}
