package installer;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Makes the packages of this system out of the program in {@code target/app}: a runtime of the
 * modules that it needs (jlink), an image with launchers or the system's packages (jpackage), and
 * on Linux the packages of that image.
 *
 * <p>Usage: {@code Installer TARGET VERSION [TYPE ...]}, by the JDK whose runtime goes into the
 * packages, with Jackson on the class path; types are {@code deb}, {@code rpm} and {@code tar}, all
 * of them without any. See docs/packaging.md.
 */
public final class Installer {

  private final Os os = Os.here();
  private final Path target;
  private final String version;
  private final Path work;
  private final Arguments arguments;

  private Installer(Path target, String version) {
    this.target = target;
    this.version = version;
    work = target.resolve("installer");
    arguments = new Arguments(os, version, work, new Signing(System.getenv()));
  }

  public static void main(String[] args) throws IOException, InterruptedException {
    List<String> types = List.of(args).subList(2, args.length);
    new Installer(Path.of(args[0]).toAbsolutePath(), args[1])
        .make(types.isEmpty() ? Set.of("deb", "rpm", "tar") : Set.copyOf(types));
  }

  private void make(Set<String> wanted) throws IOException, InterruptedException {
    Folders.delete(work);
    Path input = work.resolve("input");
    Input.gather(target.resolve("app/lib"), input);
    if (os == Os.MACOS) {
      NestedLibraries.sign(input, new Signing(System.getenv()), Commands::run);
    }
    icons();
    Commands.jdk("jlink", arguments.runtime());
    documents(input);
    for (String type : os.types()) {
      Commands.jdk("jpackage", arguments.jpackage(type, mainJar(input)));
    }
    if (os == Os.LINUX) {
      linux(wanted);
    } else {
      signed();
    }
  }

  private void icons() throws IOException, InterruptedException {
    Commands.jdk(
        "java",
        List.of(
            "-Dglass.platform=Headless",
            "-Dprism.order=sw",
            "--enable-native-access=ALL-UNNAMED",
            "-cp",
            work.resolve("input/fx") + "/*",
            "packaging/installer/Icons.java",
            "icons/app.svg",
            work.resolve("icons").toString()));
  }

  /** What is in the package, and under which licences. */
  private void documents(Path input) throws IOException, InterruptedException {
    Path runtime = work.resolve("runtime");
    Path licences = target.resolve("classes/dev/wrapkey/licences.json");
    Bill.write(target.resolve("bom.json"), licences, runtime.resolve("release"), input);
    Path texts = input.resolve("licences");
    for (Path each : Folders.files(Path.of("packaging/licences"))) {
      Folders.copyInto(texts, each);
    }
    Path java = runtime.resolve("legal/java.base");
    Folders.copy(java.resolve("LICENSE"), texts.resolve("GPL-2.0-with-Classpath-exception.txt"));
    if (os == Os.LINUX) {
      Folders.copyInto(input, Path.of("packaging/linux/warm-up"));
      strip(runtime);
    }
  }

  /** Names of functions that nobody calls by name are a sixth of the virtual machine. */
  private static void strip(Path runtime) throws IOException, InterruptedException {
    if (!Commands.isHere("strip")) {
      System.out.println("no strip here: the runtime keeps five megabytes of symbols");
      return;
    }
    for (Path each : Folders.files(runtime.resolve("lib"))) {
      if (each.toString().endsWith(".so")) {
        Commands.run(List.of("strip", "--strip-unneeded", each.toString()));
      }
    }
  }

  private static String mainJar(Path input) throws IOException {
    return Folders.files(input).stream()
        .map(file -> file.getFileName().toString())
        .filter(name -> name.startsWith("wrapkey-") && name.endsWith(".jar"))
        .findFirst()
        .orElseThrow();
  }

  private void linux(Set<String> wanted) throws IOException, InterruptedException {
    LinuxTree tree = new LinuxTree(work.resolve("tree"));
    Path image = work.resolve("wrapkey");
    Folders.executable(image.resolve("lib/app/warm-up"));
    Path copyright = work.resolve("copyright");
    Copyright.write(target.resolve("classes/dev/wrapkey/licences.json"), copyright);
    tree.fill(image, work.resolve("icons"), copyright);
    LinuxPackages packages = new LinuxPackages(work, tree, os.version(version));
    if (wanted.contains("tar")) {
      say(packages.archive());
    }
    if (wanted.contains("deb") && Commands.isHere("dpkg-deb")) {
      say(packages.deb());
    }
    if (wanted.contains("rpm") && Commands.isHere("rpmbuild")) {
      say(packages.rpm());
    }
    Files.move(tree.root().resolve("opt/wrapkey"), image, StandardCopyOption.REPLACE_EXISTING);
    Folders.delete(tree.root());
  }

  private void signed() throws IOException, InterruptedException {
    Signing signing = new Signing(System.getenv());
    for (Path each : made()) {
      for (List<String> command :
          os == Os.MACOS ? signing.afterwards(each) : List.<List<String>>of()) {
        Commands.run(command);
      }
      say(each);
    }
  }

  private List<Path> made() throws IOException {
    try (Stream<Path> files = Files.list(work)) {
      return files
          .filter(
              file -> os.types().stream().anyMatch(type -> file.toString().endsWith("." + type)))
          .toList();
    }
  }

  private static void say(Path made) throws IOException {
    System.out.printf(Locale.ROOT, "%s: %.1f MB%n", made, Files.size(made) / 1e6);
  }
}
