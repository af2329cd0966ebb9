package dev.wrapkey.export.plan;

import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.wrapkey.provisioning.Plan;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

/**
 * Plans as JSON, with a version and without secrets: the password of the administrator is left out
 * and is empty in a plan that was read.
 */
public final class PlanFile {

  /** How the names of plan files may end. */
  public static final List<String> EXTENSIONS = List.of(".wrapkey.json", ".wrapkey");

  /** The media type of plan files. */
  public static final String MEDIA_TYPE = "application/vnd.wrapkey.plan+json";

  static final String MARK = "wrapkeyPlan";
  static final int VERSION = 1;

  private PlanFile() {}

  /**
   * The ending by which a system knows a plan that is double-clicked: Windows and macOS look behind
   * the last dot only.
   *
   * @param system as in the property {@code os.name}
   */
  public static String extensionOn(String system) {
    boolean whole = !system.startsWith("Windows") && !system.startsWith("Mac");
    return whole ? EXTENSIONS.getFirst() : EXTENSIONS.getLast();
  }

  /** The content of a file for a plan. */
  public static String write(Plan plan) {
    DefaultIndenter lines = new DefaultIndenter("  ", "\n");
    DefaultPrettyPrinter printer =
        new DefaultPrettyPrinter().withObjectIndenter(lines).withArrayIndenter(lines);
    try {
      return new ObjectMapper().writer(printer).writeValueAsString(PlanWriter.json(plan)) + "\n";
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  /**
   * Reads the content of a file.
   *
   * @throws PlanUnreadable naming the first value that is not as it should be
   */
  public static Plan read(String text) throws PlanUnreadable {
    return PlanReader.plan(Part.root(text));
  }
}
