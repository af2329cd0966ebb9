package installer;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/**
 * The packages of a tree, by the systems' own tools. jpackage's would have to be taken apart and
 * put together again, because it cannot have files outside the image, nor scripts of ours.
 */
record LinuxPackages(Path work, LinuxTree tree, String version) {

  private static final Path FILES = Path.of("packaging/linux");

  Path deb() throws IOException, InterruptedException {
    Path control = tree.root().resolve("DEBIAN");
    Files.createDirectories(control);
    String arch = isArm() ? "arm64" : "amd64";
    long size = tree.size();
    Files.writeString(
        control.resolve("control"),
        Files.readString(FILES.resolve("control"))
            .replace("@VERSION@", version)
            .replace("@ARCHITECTURE@", arch)
            .replace("@SIZE@", Long.toString(size)));
    for (String script : List.of("postinst", "prerm")) {
      Folders.copyInto(control, FILES.resolve(script));
      Folders.executable(control.resolve(script));
    }
    Path deb = work.resolve("wrapkey_" + version + "_" + arch + ".deb");
    Commands.run(
        List.of(
            "dpkg-deb",
            "--root-owner-group",
            "-Zxz",
            "-b",
            tree.root().toString(),
            deb.toString()));
    Folders.delete(control);
    System.out.printf(Locale.ROOT, "installed without the cache: %.1f MB%n", size * 1024 / 1e6);
    return deb;
  }

  Path rpm() throws IOException, InterruptedException {
    Path place = work.resolve("rpm");
    Commands.run(
        List.of(
            "rpmbuild",
            "-bb",
            "--quiet",
            "--define",
            "_topdir " + place,
            "--define",
            "_rpmdir " + work,
            "--define",
            "_build_name_fmt wrapkey-" + version + ".%%{ARCH}.rpm",
            "--define",
            "wrapkey_version " + version,
            "--define",
            "tree " + tree.root(),
            FILES.resolve("wrapkey.spec").toAbsolutePath().toString()));
    Folders.delete(place);
    return work.resolve("wrapkey-" + version + "." + (isArm() ? "aarch64" : "x86_64") + ".rpm");
  }

  /** The image alone, to be unpacked anywhere. */
  Path archive() throws IOException, InterruptedException {
    String name = "wrapkey-" + version + "-linux-" + (isArm() ? "arm64" : "x64") + ".tar.xz";
    Path archive = work.resolve(name);
    Commands.run(
        List.of(
            "tar",
            "-C",
            tree.root().resolve("opt").toString(),
            "--owner=0",
            "--group=0",
            "--sort=name",
            "-cJf",
            archive.toString(),
            "wrapkey"));
    return archive;
  }

  private static boolean isArm() {
    return System.getProperty("os.arch").equals("aarch64");
  }
}
