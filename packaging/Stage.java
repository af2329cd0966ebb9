import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassFileVersion;
import java.lang.classfile.ClassHierarchyResolver;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.CodeTransform;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
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
 * Makes the program in a folder start fast: takes the signatures off its jars and renews class
 * files of before Java 6, because the JVM keeps neither, lets it rehearse, and keeps what that
 * loaded and learned: the first window in {@code lib/wrapkey.aot}, the serving practice cloud in
 * {@code lib/practice.aot}. See docs/decisions/start-up.md.
 *
 * <p>Usage: {@code Stage APP}, by the Java that the program will run on.
 */
public final class Stage {

  private static final Pattern SIGNATURE =
      Pattern.compile("META-INF/[^/]*\\.(SF|RSA|DSA|EC)", Pattern.CASE_INSENSITIVE);

  private Stage() {}

  public static void main(String[] args) throws IOException, InterruptedException {
    Path app = Path.of(args[0]).toAbsolutePath();
    List<Path> jars = in(app.resolve("lib"), ".jar");
    List<Path> changed = new ArrayList<>();
    try (URLClassLoader all = new URLClassLoader(urls(jars))) {
      ClassFile classes =
          ClassFile.of(
              ClassFile.StackMapsOption.GENERATE_STACK_MAPS,
              ClassFile.ClassHierarchyResolverOption.of(
                  ClassHierarchyResolver.ofResourceParsing(all)));
      for (Path jar : jars) {
        if (prepare(jar, classes)) {
          changed.add(jar);
        }
      }
    }
    // Only now: Windows replaces no file that is open.
    for (Path jar : changed) {
      Files.move(prepared(jar), jar, StandardCopyOption.REPLACE_EXISTING);
    }
    // In this order: the launcher takes the window's cache to any rehearsal as soon as it is there.
    rehearse(app, "practice.aot", "--no-window");
    rehearse(app, "wrapkey.aot");
  }

  private static URL[] urls(List<Path> jars) throws IOException {
    List<URL> urls = new ArrayList<>();
    for (Path jar : jars) {
      urls.add(jar.toUri().toURL());
    }
    return urls.toArray(URL[]::new);
  }

  private static List<Path> in(Path folder, String end) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      return all.filter(file -> file.toString().endsWith(end)).sorted().toList();
    }
  }

  private static Path prepared(Path jar) {
    return jar.resolveSibling(jar.getFileName() + ".new");
  }

  /**
   * Writes a jar anew beside it if it is signed or holds old classes; what its classes do is the
   * same.
   */
  private static boolean prepare(Path jar, ClassFile classes) throws IOException {
    Path prepared = prepared(jar);
    boolean changed = false;
    try (ZipFile from = new ZipFile(jar.toFile());
        OutputStream file = Files.newOutputStream(prepared);
        ZipOutputStream to = new ZipOutputStream(file)) {
      for (ZipEntry entry : Collections.list(from.entries())) {
        if (SIGNATURE.matcher(entry.getName()).matches()) {
          changed = true;
        } else {
          byte[] before = from.getInputStream(entry).readAllBytes();
          byte[] after = prepared(entry.getName(), before, classes);
          changed = changed || isOld(entry.getName(), before);
          ZipEntry copied = new ZipEntry(entry.getName());
          copied.setTime(entry.getTime());
          to.putNextEntry(copied);
          to.write(after);
          to.closeEntry();
        }
      }
    }
    if (!changed) {
      Files.delete(prepared);
    }
    return changed;
  }

  private static byte[] prepared(String name, byte[] content, ClassFile classes)
      throws IOException {
    if (name.equals(JarFile.MANIFEST_NAME)) {
      Manifest manifest = new Manifest(new ByteArrayInputStream(content));
      manifest.getEntries().clear();
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      manifest.write(out);
      return out.toByteArray();
    }
    return isOld(name, content) ? renewed(content, classes) : content;
  }

  /** Of before Java 6: without the frames by which the JVM verifies a class ahead of time. */
  private static boolean isOld(String name, byte[] content) {
    return name.endsWith(".class") && content[7] < ClassFile.JAVA_6_VERSION;
  }

  private static byte[] renewed(byte[] old, ClassFile classes) {
    ClassTransform version =
        (builder, element) -> {
          if (element instanceof ClassFileVersion) {
            builder.withVersion(ClassFile.JAVA_8_VERSION, 0);
          } else {
            builder.with(element);
          }
        };
    return classes.transformClass(
        classes.parse(old),
        ClassTransform.transformingMethodBodies(CodeTransform.ACCEPT_ALL).andThen(version));
  }

  /** By the program's own launcher, so that the JVM finds the options that it will find later. */
  private static void rehearse(Path app, String name, String... how)
      throws IOException, InterruptedException {
    Path cache = app.resolve("lib").resolve(name);
    Files.deleteIfExists(cache);
    Path folder = Files.createTempDirectory("wrapkey-rehearsal");
    try {
      String seen = " \"-XX:AOTConfiguration=" + folder.resolve("seen") + "\"";
      launch(app, folder, "-XX:AOTMode=record" + seen, how);
      launch(app, folder, "-XX:AOTMode=create" + seen + " \"-XX:AOTCache=" + cache + "\"", how);
    } catch (IllegalStateException failed) {
      Files.deleteIfExists(cache);
      System.err.println(name + " is not made, the program will start slowly: " + failed);
    } finally {
      for (Path each : in(folder, "").reversed()) {
        Files.delete(each);
      }
    }
  }

  private static void launch(Path app, Path folder, String options, String... how)
      throws IOException, InterruptedException {
    boolean windows = System.getProperty("os.name").startsWith("Windows");
    List<String> command = new ArrayList<>();
    command.add(app.resolve("bin").resolve(windows ? "wrapkey.bat" : "wrapkey").toString());
    command.add("rehearse");
    command.addAll(List.of(how));
    command.add(folder.toString());
    Path said = folder.resolve("said");
    ProcessBuilder builder =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(said.toFile());
    builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
    builder.environment().put("JDK_JAVA_OPTIONS", options);
    if (builder.start().waitFor() != 0) {
      throw new IllegalStateException("the rehearsal failed:\n" + Files.readString(said));
    }
  }
}
