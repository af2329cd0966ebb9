package dev.wrapkey.app;

import java.nio.file.Path;
import java.util.logging.Level;
import java.util.logging.LogRecord;

/** Another program that logs into the same folder. */
final class LogWriter {

  private LogWriter() {}

  public static void main(String[] arguments) {
    LogFile log = new LogFile(Path.of(arguments[0]));
    for (int i = 0; i < 501; i++) {
      LogRecord said = new LogRecord(Level.INFO, "line of the second");
      said.setLoggerName("dev.wrapkey.other");
      log.publish(said);
    }
    log.close();
  }
}
