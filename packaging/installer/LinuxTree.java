package installer;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The files of a Linux package where they will lie: the image in {@code /opt}, and what jpackage
 * cannot put beside it. Debian's and Fedora's triggers make them known.
 */
record LinuxTree(Path root) {

  private static final Path FILES = Path.of("packaging/linux");

  /** Fills the empty folder; the image is moved into it. */
  void fill(Path image, Path icons, Path copyright) throws IOException {
    Files.createDirectories(root.resolve("opt"));
    Files.move(image, root.resolve("opt/wrapkey"));
    Path share = root.resolve("usr/share");
    Folders.copyInto(share.resolve("applications"), file("dev.wrapkey.Wrapkey.desktop"));
    Folders.copyInto(share.resolve("metainfo"), file("dev.wrapkey.Wrapkey.metainfo.xml"));
    Folders.copyInto(share.resolve("mime/packages"), file("dev.wrapkey.Wrapkey.xml"));
    Folders.copy(copyright, share.resolve("doc/wrapkey/copyright"));
    icons(icons, share.resolve("icons/hicolor"));
    Files.createDirectories(root.resolve("usr/bin"));
    Files.createSymbolicLink(root.resolve("usr/bin/wrapkey"), Path.of("/opt/wrapkey/bin/wrapkey"));
  }

  private static void icons(Path icons, Path theme) throws IOException {
    Path type = Path.of("mimetypes/application-vnd.wrapkey.plan+json");
    for (Path each : Folders.files(icons)) {
      String name = each.getFileName().toString();
      if (name.endsWith(".png") || name.endsWith(".svg")) {
        String end = name.substring(name.length() - 4);
        String side = name.replaceAll("\\D", "");
        Path size = theme.resolve(end.equals(".svg") ? "scalable" : side + "x" + side);
        Folders.copy(each, size.resolve("apps/wrapkey" + end));
        Folders.copy(each, size.resolve(type + end));
      }
    }
  }

  /** In KiB, as Debian counts: every file by its full blocks of one KiB, every other by one. */
  long size() throws IOException {
    long size = 0;
    try (var all = Files.walk(root)) {
      for (Path each : all.toList()) {
        size += Files.isRegularFile(each) ? (Files.size(each) + 1023) / 1024 : 1;
      }
    }
    return size;
  }

  private static Path file(String name) {
    return FILES.resolve(name);
  }
}
