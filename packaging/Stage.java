import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Collections;
import java.util.List;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/**
 * Makes the program in a folder start fast: takes the signatures off its jars, because the JVM
 * keeps no class of a signed jar, lets it rehearse, and keeps what that loaded and learned in
 * {@code lib/wrapkey.aot}. See docs/decisions/start-up.md.
 *
 * <p>Usage: {@code Stage APP}, by the Java that the program will run on.
 */
public final class Stage {

  private static final Pattern SIGNATURE =
      Pattern.compile("META-INF/[^/]*\\.(SF|RSA|DSA|EC)", Pattern.CASE_INSENSITIVE);

  private Stage() {}

  public static void main(String[] args) throws IOException, InterruptedException {
    Path app = Path.of(args[0]).toAbsolutePath();
    for (Path jar : in(app.resolve("lib"), ".jar")) {
      unsign(jar);
    }
    Path folder = Files.createTempDirectory("wrapkey-rehearsal");
    try {
      rehearse(app, folder);
    } finally {
      for (Path each : in(folder, "").reversed()) {
        Files.delete(each);
      }
    }
  }

  private static List<Path> in(Path folder, String end) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      return all.filter(file -> file.toString().endsWith(end)).sorted().toList();
    }
  }

  /** Without its signature the jar's content is what it was; nobody checks it at run time. */
  private static void unsign(Path jar) throws IOException {
    Path unsigned = jar.resolveSibling(jar.getFileName() + ".new");
    try (ZipFile from = new ZipFile(jar.toFile())) {
      List<? extends ZipEntry> entries = Collections.list(from.entries());
      if (entries.stream().noneMatch(entry -> isSignature(entry.getName()))) {
        return;
      }
      try (OutputStream file = Files.newOutputStream(unsigned);
          ZipOutputStream to = new ZipOutputStream(file)) {
        for (ZipEntry entry : entries) {
          if (!isSignature(entry.getName())) {
            copy(from, entry, to);
          }
        }
      }
    }
    Files.move(unsigned, jar, StandardCopyOption.REPLACE_EXISTING);
  }

  private static boolean isSignature(String name) {
    return SIGNATURE.matcher(name).matches();
  }

  private static void copy(ZipFile from, ZipEntry entry, ZipOutputStream to) throws IOException {
    ZipEntry copied = new ZipEntry(entry.getName());
    copied.setTime(entry.getTime());
    to.putNextEntry(copied);
    try (InputStream in = from.getInputStream(entry)) {
      if (entry.getName().equals(JarFile.MANIFEST_NAME)) {
        Manifest manifest = new Manifest(in);
        manifest.getEntries().clear();
        manifest.write(to);
      } else {
        in.transferTo(to);
      }
    }
    to.closeEntry();
  }

  /** By the program's own launcher, so that the JVM finds the options that it will find later. */
  private static void rehearse(Path app, Path folder) throws IOException, InterruptedException {
    Path cache = app.resolve("lib").resolve("wrapkey.aot");
    Files.deleteIfExists(cache);
    Path seen = folder.resolve("seen");
    String configuration = " \"-XX:AOTConfiguration=" + seen + "\"";
    launch(app, folder, "-XX:AOTMode=record" + configuration);
    launch(app, folder, "-XX:AOTMode=create" + configuration + " \"-XX:AOTCache=" + cache + "\"");
    if (!Files.exists(cache)) {
      throw new IllegalStateException("the JVM made no cache of classes");
    }
  }

  private static void launch(Path app, Path folder, String options)
      throws IOException, InterruptedException {
    boolean windows = System.getProperty("os.name").startsWith("Windows");
    Path launcher = app.resolve("bin").resolve(windows ? "wrapkey.bat" : "wrapkey");
    Path said = folder.resolve("said");
    ProcessBuilder builder =
        new ProcessBuilder(launcher.toString(), "rehearse", folder.toString())
            .redirectErrorStream(true)
            .redirectOutput(said.toFile());
    builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
    builder.environment().put("JDK_JAVA_OPTIONS", options);
    if (builder.start().waitFor() != 0) {
      throw new IllegalStateException("the rehearsal failed:\n" + Files.readString(said));
    }
  }
}
