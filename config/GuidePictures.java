import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.imageio.ImageIO;

/**
 * Takes the pictures that the guide shows from those that the tour has made, and makes them small.
 *
 * <p>{@code mvn -q compile exec:exec -Dwrapkey.args="tour --theme light --out target/tour"}, then {@code
 * java config/GuidePictures.java target/tour docs/guide}. Files that no page shows are removed.
 */
final class GuidePictures {

  private static final Pattern SHOWN = Pattern.compile("\\(pictures/([a-z-]+)\\.png\\)");
  // Words stay sharp at full size; half of the colours' steps cannot be told apart.
  private static final int STEPS = 0xf8f8f8;

  private GuidePictures() {}

  public static void main(String[] arguments) throws IOException {
    Path tour = Path.of(arguments[0]);
    Path guide = Path.of(arguments[1]);
    Set<String> shown = shown(guide);
    Path pictures = Files.createDirectories(guide.resolve("pictures"));
    for (Path old : list(pictures)) {
      Files.delete(old);
    }
    for (String name : shown) {
      Path from =
          list(tour).stream()
              .filter(file -> file.getFileName().toString().matches("\\d\\d-" + name + "\\.png"))
              .findFirst()
              .orElseThrow(() -> new IOException("the tour has made no picture " + name));
      Files.write(pictures.resolve(name + ".png"), small(ImageIO.read(from.toFile())));
    }
  }

  private static Set<String> shown(Path guide) throws IOException {
    Set<String> shown = new TreeSet<>();
    for (Path page : list(guide)) {
      if (page.toString().endsWith(".md")) {
        Matcher matcher = SHOWN.matcher(Files.readString(page));
        while (matcher.find()) {
          shown.add(matcher.group(1));
        }
      }
    }
    return shown;
  }

  private static List<Path> list(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(Files::isRegularFile).sorted().toList();
    }
  }

  private static byte[] small(BufferedImage picture) throws IOException {
    BufferedImage plain =
        new BufferedImage(picture.getWidth(), picture.getHeight(), BufferedImage.TYPE_INT_RGB);
    for (int y = 0; y < picture.getHeight(); y++) {
      for (int x = 0; x < picture.getWidth(); x++) {
        int colour = picture.getRGB(x, y) & 0xffffff;
        plain.setRGB(x, y, colour == 0xffffff ? colour : colour & STEPS);
      }
    }
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    ImageIO.write(plain, "png", bytes);
    return bytes.toByteArray();
  }
}
