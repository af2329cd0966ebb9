package dev.wrapkey.export.plan;

/** A file that is not a plan, or not one that this version understands. */
public final class PlanUnreadable extends Exception {

  private static final long serialVersionUID = 1L;

  private final String path;

  PlanUnreadable(String path, String reason) {
    super(path.isEmpty() ? reason : path + ": " + reason);
    this.path = path;
  }

  /**
   * Where the bad value is, for example {@code basics.region}; empty if it is the file as a whole.
   */
  public String path() {
    return path;
  }
}
