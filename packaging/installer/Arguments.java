package installer;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * What jlink and jpackage are called with, for all three systems; every package is made in one go,
 * because on macOS the types of files belong into the image.
 *
 * @param os the system
 * @param version the program's
 * @param work the folder in which {@code input}, {@code icons} and {@code runtime} lie
 * @param signing who signs, on macOS
 */
public record Arguments(Os os, String version, Path work, Signing signing) {

  // By hand: the automatic modules among the libraries keep jdeps from telling. RuntimeTest holds
  // the list against what their classes name.
  private static final String MODULES =
      "java.base,java.desktop,java.logging,java.management,java.naming,java.net.http,"
          + "java.scripting,java.security.jgss,java.security.sasl,java.sql,java.xml,"
          + "jdk.crypto.ec,jdk.httpserver,jdk.localedata,jdk.management,jdk.unsupported,jdk.zipfs";

  // Of java.xml a start needs little, and that is in the cache. All else stays as it is: a package
  // compresses it better than jlink does.
  private static final String COMPRESSED = "zip-6:filter=/java.xml/**";

  private static final List<String> OPTIONS =
      List.of(
          "-XX:+UseSerialGC",
          "-Xmn32m",
          "-Xmx512m",
          "-Djdk.reflect.useNativeAccessorOnly=true",
          "--enable-native-access=ALL-UNNAMED");

  private static final List<String> CACHED =
      List.of("-XX:AOTCache=$APPDIR/wrapkey.aot", "-Xlog:aot=off", "-Xlog:cds=off");

  /** Where Windows keeps the program, below {@code %LOCALAPPDATA%}. */
  public static final String INSTALLED = "Programs/Wrapkey";

  /** Of jlink, for the runtime. */
  public List<String> runtime() {
    List<String> arguments = new ArrayList<>();
    // With the last one, -Djavax.net.ssl.trustStoreType=Windows-ROOT trusts whom Windows trusts.
    String modules = os == Os.WINDOWS ? MODULES + ",jdk.crypto.mscapi" : MODULES;
    arguments.addAll(List.of("--add-modules", modules, "--include-locales=en,de"));
    arguments.addAll(List.of("--strip-debug", "--no-header-files", "--no-man-pages"));
    arguments.addAll(List.of("--compress", COMPRESSED));
    if (os != Os.LINUX) {
      arguments.add("--generate-cds-archive"); // there nothing is made at installation
    }
    arguments.addAll(List.of("--output", work.resolve("runtime").toString()));
    return arguments;
  }

  /**
   * Of jpackage.
   *
   * @param type one of the system's
   * @param mainJar its file name in {@code input}
   */
  public List<String> jpackage(String type, String mainJar) {
    List<String> arguments = new ArrayList<>();
    arguments.addAll(List.of("--type", type, "--name", os.program()));
    arguments.addAll(List.of("--app-version", os.version(version), "--vendor", "Wrapkey"));
    arguments.addAll(
        List.of("--description", "Azure Database for PostgreSQL with customer-managed keys"));
    arguments.addAll(List.of("--input", work.resolve("input").toString()));
    arguments.addAll(List.of("--runtime-image", work.resolve("runtime").toString()));
    arguments.addAll(List.of("--main-jar", mainJar, "--main-class", "dev.wrapkey.app.Main"));
    arguments.addAll(List.of("--icon", work.resolve("icons").resolve(os.icon()).toString()));
    arguments.addAll(List.of("--dest", work.toString()));
    javaOptions().forEach(option -> arguments.addAll(List.of("--java-options", option)));
    switch (os) {
      case LINUX -> {}
      case WINDOWS -> windows(arguments);
      case MACOS -> macos(arguments);
    }
    return List.copyOf(arguments);
  }

  private List<String> javaOptions() {
    List<String> options = new ArrayList<>(OPTIONS);
    if (os == Os.LINUX) {
      options.addAll(CACHED);
    }
    return options;
  }

  private static void windows(List<String> arguments) {
    arguments.addAll(
        List.of("--win-per-user-install", "--win-menu", "--win-menu-group", "Wrapkey"));
    arguments.addAll(List.of("--win-shortcut", "--win-shortcut-prompt"));
    // Without this it would be the folder of people's data, and the removal of a package, part of
    // every upgrade, deletes its folder with all that is in it. So nobody chooses another either.
    arguments.addAll(List.of("--install-dir", INSTALLED));
    // Never to be changed: by it a newer version replaces an older one.
    arguments.addAll(List.of("--win-upgrade-uuid", "6b7d9d0e-6f8e-4c62-9f0e-2a5d7f9c3b11"));
    arguments.addAll(List.of("--file-associations", "packaging/windows/plan.properties"));
    arguments.addAll(List.of("--add-launcher", "wrapkey-cli=packaging/windows/cli.properties"));
  }

  private void macos(List<String> arguments) {
    arguments.addAll(List.of("--mac-package-identifier", "dev.wrapkey.Wrapkey"));
    arguments.addAll(List.of("--mac-package-name", "Wrapkey"));
    arguments.addAll(List.of("--mac-app-category", "developer-tools"));
    arguments.addAll(List.of("--file-associations", "packaging/macos/plan.properties"));
    arguments.addAll(signing.options());
  }
}
