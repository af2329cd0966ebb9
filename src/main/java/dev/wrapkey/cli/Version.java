package dev.wrapkey.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.Properties;
import picocli.CommandLine.IVersionProvider;

/** The version of the build, as Maven wrote it into {@code version.properties}. */
final class Version implements IVersionProvider {

  @Override
  public String[] getVersion() {
    Properties build = new Properties();
    try (InputStream in = Version.class.getResourceAsStream("/dev/wrapkey/version.properties")) {
      build.load(Objects.requireNonNull(in, "version.properties"));
    } catch (IOException e) {
      throw new UncheckedIOException("version.properties", e);
    }
    return new String[] {"wrapkey " + build.getProperty("version")};
  }
}
