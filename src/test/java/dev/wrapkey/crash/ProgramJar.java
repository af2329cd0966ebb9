package dev.wrapkey.crash;

import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.jar.JarOutputStream;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;

/**
 * The program's classes as a jar: a JVM keeps classes of jars, not of folders, in an archive, and
 * starts in half the time with one.
 */
final class ProgramJar {

  private ProgramJar() {}

  /** Makes the jar in a folder and gives the class path of the program, without its tests. */
  static String in(Path folder) throws IOException {
    Path jar = folder.resolve("wrapkey.jar");
    List<String> path =
        Arrays.asList(System.getProperty("java.class.path").split(File.pathSeparator));
    Path classes =
        path.stream()
            .map(Path::of)
            .filter(p -> Files.exists(p.resolve("dev/wrapkey/app/Main.class")))
            .findFirst()
            .orElseThrow();
    write(classes, jar);
    return Stream.concat(
            Stream.of(jar.toString()),
            path.stream().filter(one -> one.endsWith(".jar") && !one.contains("surefire")))
        .collect(Collectors.joining(File.pathSeparator));
  }

  private static void write(Path classes, Path jar) throws IOException {
    try (Stream<Path> all = Files.walk(classes);
        OutputStream file = Files.newOutputStream(jar);
        JarOutputStream out = new JarOutputStream(file)) {
      for (Path one : all.filter(Files::isRegularFile).toList()) {
        String name = classes.relativize(one).toString().replace(File.separatorChar, '/');
        out.putNextEntry(new ZipEntry(name));
        Files.copy(one, out);
        out.closeEntry();
      }
    }
  }
}
