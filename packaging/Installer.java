import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * Makes the installer of this system out of the program in {@code target/app}: a runtime of the
 * modules that it needs (jlink), an image with launcher (jpackage), and the system's package
 * (jpackage again; on Debian's systems what jpackage cannot put beside it is added afterwards).
 *
 * <p>Usage: {@code Installer TARGET VERSION}, by the JDK whose runtime goes into the package. See
 * docs/packaging.md.
 */
public final class Installer {

  // By hand: the automatic modules among the libraries keep jdeps from telling.
  private static final String MODULES =
      "java.base,java.desktop,java.logging,java.management,java.naming,java.net.http,"
          + "java.scripting,java.security.jgss,java.security.sasl,java.sql,java.xml,"
          + "jdk.crypto.ec,jdk.localedata,jdk.management,jdk.unsupported,jdk.zipfs";

  private static final List<String> OPTIONS =
      List.of(
          "-XX:AOTCache=$APPDIR/wrapkey.aot",
          "-Xlog:aot=off",
          "-Xlog:cds=off",
          "-XX:+UseSerialGC",
          "-Xmn32m",
          "-Xmx512m",
          "-Djdk.reflect.useNativeAccessorOnly=true",
          "--enable-native-access=ALL-UNNAMED");

  private final Path target;
  private final String version;
  private final Path work;

  private Installer(Path target, String version) {
    this.target = target;
    this.version = version;
    this.work = target.resolve("installer");
  }

  public static void main(String[] args) throws IOException, InterruptedException {
    new Installer(Path.of(args[0]).toAbsolutePath(), args[1]).make();
  }

  private void make() throws IOException, InterruptedException {
    delete(work);
    Files.createDirectories(work);
    input();
    icons();
    runtime();
    image();
    String system = System.getProperty("os.name");
    if (system.startsWith("Windows")) {
      pack("msi", windows());
      pack("exe", windows());
    } else if (system.startsWith("Mac")) {
      pack("dmg", mac());
      pack("pkg", mac());
    } else {
      linux();
    }
  }

  /** The jars; the caches beside them are of use to no other runtime than the one they are from. */
  private void input() throws IOException {
    Path from = target.resolve("app/lib");
    Path to = work.resolve("input");
    for (Path file : all(from)) {
      if (Files.isRegularFile(file) && file.toString().endsWith(".jar")) {
        Path copy = to.resolve(from.relativize(file).toString());
        Files.createDirectories(copy.getParent());
        Files.copy(file, copy, StandardCopyOption.COPY_ATTRIBUTES);
      }
    }
    Path bom = target.resolve("bom.json");
    if (Files.exists(bom)) {
      Files.copy(bom, to.resolve("bom.json"));
    }
  }

  private void icons() throws IOException, InterruptedException {
    run(
        List.of(
            tool("java"),
            "-Dglass.platform=Headless",
            "-Dprism.order=sw",
            "--enable-native-access=ALL-UNNAMED",
            "-cp",
            work.resolve("input/fx") + "/*",
            "packaging/Icons.java",
            "icons/app.svg",
            work.resolve("icons").toString()));
  }

  private void runtime() throws IOException, InterruptedException {
    run(
        List.of(
            tool("jlink"),
            "--add-modules",
            MODULES,
            "--include-locales=en,de",
            "--strip-debug",
            "--no-header-files",
            "--no-man-pages",
            "--compress",
            "zip-0",
            "--output",
            work.resolve("runtime").toString()));
  }

  private void image() throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(jpackage("app-image"));
    command.addAll(List.of("--input", work.resolve("input").toString()));
    command.addAll(List.of("--runtime-image", work.resolve("runtime").toString()));
    command.addAll(List.of("--main-jar", mainJar(), "--main-class", "dev.wrapkey.app.Main"));
    OPTIONS.forEach(option -> command.addAll(List.of("--java-options", option)));
    command.addAll(List.of("--icon", icon()));
    run(command);
  }

  private String mainJar() throws IOException {
    return all(work.resolve("input")).stream()
        .map(file -> file.getFileName().toString())
        .filter(name -> name.startsWith("wrapkey-") && name.endsWith(".jar"))
        .findFirst()
        .orElseThrow();
  }

  private String icon() {
    String system = System.getProperty("os.name");
    String name = system.startsWith("Mac") ? "wrapkey.icns" : "wrapkey-512.png";
    return work.resolve("icons")
        .resolve(system.startsWith("Windows") ? "wrapkey.ico" : name)
        .toString();
  }

  private List<String> jpackage(String type) {
    return List.of(
        tool("jpackage"),
        "--type",
        type,
        "--name",
        System.getProperty("os.name").startsWith("Linux") ? "wrapkey" : "Wrapkey",
        "--app-version",
        version.replaceAll("-.*", ""),
        "--vendor",
        "Wrapkey",
        "--description",
        "Azure Database for PostgreSQL with customer-managed keys",
        "--dest",
        work.toString());
  }

  private void pack(String type, List<String> more) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(jpackage(type));
    String image = System.getProperty("os.name").startsWith("Mac") ? "Wrapkey.app" : "Wrapkey";
    command.addAll(List.of("--app-image", work.resolve(image).toString()));
    command.addAll(more);
    run(command);
  }

  private static List<String> windows() {
    return List.of(
        "--win-per-user-install",
        "--win-menu",
        "--win-upgrade-uuid",
        "6b7d9d0e-6f8e-4c62-9f0e-2a5d7f9c3b11");
  }

  private static List<String> mac() {
    return List.of("--mac-package-identifier", "dev.wrapkey");
  }

  private void linux() throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(jpackage("deb"));
    command.addAll(
        List.of(
            "--app-image",
            work.resolve("wrapkey").toString(),
            "--install-dir",
            "/opt",
            "--linux-package-name",
            "wrapkey",
            "--linux-deb-maintainer",
            "maintainers@wrapkey.invalid",
            "--linux-app-category",
            "database",
            "--linux-package-deps",
            "libgtk-3-0 | libgtk-3-0t64, libfontconfig1, libfreetype6, libpango-1.0-0"));
    run(command);
    Path made = find(".deb");
    Path tree = work.resolve("deb");
    run(List.of("dpkg-deb", "-R", made.toString(), tree.toString()));
    Files.delete(made);
    beside(tree);
    run(List.of("dpkg-deb", "--root-owner-group", "-Zxz", "-b", tree.toString(), made.toString()));
    System.out.println(made + ": " + Files.size(made) / 1_000_000.0 + " MB");
  }

  /** Menu entry, description, type of plan files, icons; Debian's triggers make them known. */
  private void beside(Path tree) throws IOException {
    Path linux = Path.of("packaging/linux");
    Path share = tree.resolve("usr/share");
    put(linux.resolve("dev.wrapkey.Wrapkey.desktop"), share.resolve("applications"));
    put(linux.resolve("dev.wrapkey.Wrapkey.metainfo.xml"), share.resolve("metainfo"));
    put(work.resolve("icons/wrapkey.svg"), share.resolve("icons/hicolor/scalable/apps"));
    for (Path each : all(work.resolve("icons"))) {
      String name = each.getFileName().toString();
      if (name.endsWith(".png")) {
        String size = name.replaceAll("\\D", "");
        Path apps = share.resolve("icons/hicolor/" + size + "x" + size + "/apps");
        Files.createDirectories(apps);
        Files.copy(each, apps.resolve("wrapkey.png"));
      }
    }
    Files.createDirectories(tree.resolve("usr/bin"));
    Files.createSymbolicLink(tree.resolve("usr/bin/wrapkey"), Path.of("/opt/wrapkey/bin/wrapkey"));
    put(linux.resolve("warm-up"), tree.resolve("opt/wrapkey/lib/app"));
    executable(tree.resolve("opt/wrapkey/lib/app/warm-up"));
    for (String script : List.of("postinst", "prerm")) {
      Files.copy(
          linux.resolve(script),
          tree.resolve("DEBIAN").resolve(script),
          StandardCopyOption.REPLACE_EXISTING);
      executable(tree.resolve("DEBIAN").resolve(script));
    }
  }

  private static void put(Path file, Path folder) throws IOException {
    Files.createDirectories(folder);
    Files.copy(file, folder.resolve(file.getFileName().toString()));
  }

  private static void executable(Path file) {
    if (!file.toFile().setExecutable(true, false)) {
      throw new IllegalStateException("cannot be made executable: " + file);
    }
  }

  private Path find(String end) throws IOException {
    try (Stream<Path> files = Files.list(work)) {
      return files.filter(file -> file.toString().endsWith(end)).findFirst().orElseThrow();
    }
  }

  private static String tool(String name) {
    return Path.of(System.getProperty("java.home"), "bin", name).toString();
  }

  private static void run(List<String> command) throws IOException, InterruptedException {
    int code = new ProcessBuilder(command).inheritIO().start().waitFor();
    if (code != 0) {
      throw new IllegalStateException("exit code " + code + ": " + String.join(" ", command));
    }
  }

  private static List<Path> all(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(Files::isRegularFile).sorted().toList();
    }
  }

  private static void delete(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return;
    }
    try (Stream<Path> files = Files.walk(folder)) {
      files.sorted(Comparator.reverseOrder()).forEach(Installer::remove);
    }
  }

  private static void remove(Path file) {
    try {
      Files.delete(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
