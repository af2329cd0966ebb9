package dev.wrapkey.packaging;

import static org.assertj.core.api.Assertions.assertThat;

import installer.Arguments;
import installer.Os;
import installer.Signing;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.constantpool.ClassEntry;
import java.lang.module.ModuleDescriptor;
import java.lang.module.ModuleFinder;
import java.lang.module.ModuleReference;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.jar.JarFile;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The runtime in the packages has what the libraries in them name, which a whole JDK hides. */
class RuntimeTest {

  // Those that ask people and services to sign in, and carry what they answer. The rest of what the
  // program needs is run by the packages' own tours.
  private static final Pattern SIGNING_IN =
      Pattern.compile("(msal4j|azure-|oauth2|nimbus|content-type|jna|reactor|json-).*\\.jar");

  private static final Pattern CLASS_FILE = Pattern.compile("(?!META-INF/|module-info).*\\.class");

  private final Map<String, String> modules = new HashMap<>();

  private static Set<String> shipped(Os os) {
    Arguments arguments = new Arguments(os, "1.0.0", Path.of("work"), new Signing(Map.of()));
    List<String> runtime = arguments.runtime();
    Deque<String> open =
        new ArrayDeque<>(List.of(runtime.get(runtime.indexOf("--add-modules") + 1).split(",", -1)));
    Set<String> closed = new TreeSet<>();
    while (!open.isEmpty()) {
      String module = open.pop();
      if (closed.add(module)) {
        ModuleFinder.ofSystem()
            .find(module)
            .map(ModuleReference::descriptor)
            .ifPresent(
                found ->
                    found.requires().stream()
                        .filter(
                            r -> !r.modifiers().contains(ModuleDescriptor.Requires.Modifier.STATIC))
                        .forEach(r -> open.push(r.name())));
      }
    }
    return closed;
  }

  private static Stream<Path> jars() {
    return Arrays.stream(System.getProperty("java.class.path").split(java.io.File.pathSeparator))
        .map(Path::of)
        .filter(path -> SIGNING_IN.matcher(path.getFileName().toString()).matches());
  }

  private Map<String, Set<String>> missing(Os os) {
    Set<String> there = shipped(os);
    ModuleFinder.ofSystem()
        .findAll()
        .forEach(
            module ->
                module
                    .descriptor()
                    .packages()
                    .forEach(name -> modules.put(name, module.descriptor().name())));
    Map<String, Set<String>> missing = new TreeMap<>();
    jars()
        .forEach(
            jar -> {
              for (String name : packagesNamedIn(jar)) {
                String module = modules.get(name);
                if (module != null && !there.contains(module)) {
                  missing
                      .computeIfAbsent(module, _ -> new TreeSet<>())
                      .add(jar.getFileName() + ": " + name);
                }
              }
            });
    return missing;
  }

  private static Set<String> packagesNamedIn(Path jar) {
    Set<String> packages = new TreeSet<>();
    try (JarFile file = new JarFile(jar.toFile())) {
      for (var entry : Collections.list(file.entries())) {
        if (CLASS_FILE.matcher(entry.getName()).matches()) {
          read(file.getInputStream(entry).readAllBytes(), packages);
        }
      }
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
    return packages;
  }

  private static void read(byte[] bytes, Set<String> packages) {
    ClassModel model = ClassFile.of().parse(bytes);
    model
        .constantPool()
        .forEach(
            entry -> {
              if (entry instanceof ClassEntry named) {
                String name = named.asInternalName();
                int end = name.lastIndexOf('/');
                if (end > 0 && !name.startsWith("[")) {
                  packages.add(name.substring(0, end).replace('/', '.'));
                }
              }
            });
  }

  @Test
  void everythingThatSigningInNamesIsInTheRuntime() {
    assertThat(jars()).anyMatch(jar -> jar.getFileName().toString().startsWith("msal4j-"));
    for (Os os : Os.values()) {
      assertThat(missing(os)).as(os.name()).isEmpty();
    }
  }

  @Test
  void theBrowsersAnswerNeedsAServerOfItsOwn() {
    assertThat(shipped(Os.LINUX)).contains("jdk.httpserver");
    assertThat(shipped(Os.WINDOWS)).contains("jdk.httpserver", "jdk.crypto.mscapi");
  }
}
