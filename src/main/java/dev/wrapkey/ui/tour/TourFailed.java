package dev.wrapkey.ui.tour;

/** A step of the tour did not come out as it should. The message says which and what was seen. */
public final class TourFailed extends RuntimeException {

  private static final long serialVersionUID = 1L;

  TourFailed(String message) {
    super(message);
  }

  TourFailed(String message, Throwable cause) {
    super(message, cause);
  }
}
