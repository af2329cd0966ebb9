import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.imageio.ImageIO;

/**
 * Takes the pictures that the guide shows from those that the tour has made, and makes them small.
 *
 * <p>{@code mvn -q compile exec:exec -Dwrapkey.args="tour --theme light --out target/tour"}, then
 * {@code java config/GuidePictures.java target/tour docs/guide}. Files that no page shows are
 * removed.
 */
final class GuidePictures {

  private static final Pattern SHOWN = Pattern.compile("\\(pictures/([a-z-]+)\\.png\\)");
  private static final int MOST_COLOURS = 256;

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

  /** With the 256 commonest colours: screens have few, and shades of letters can be replaced. */
  private static byte[] small(BufferedImage picture) throws IOException {
    int[] palette = commonest(picture);
    IndexColorModel colours = new IndexColorModel(8, palette.length, palette, 0, false, -1, 0);
    BufferedImage plain =
        new BufferedImage(
            picture.getWidth(), picture.getHeight(), BufferedImage.TYPE_BYTE_INDEXED, colours);
    Map<Integer, Integer> nearest = new HashMap<>();
    for (int y = 0; y < picture.getHeight(); y++) {
      for (int x = 0; x < picture.getWidth(); x++) {
        int colour = picture.getRGB(x, y);
        int index = nearest.computeIfAbsent(colour, each -> nearest(palette, each));
        plain.getRaster().setSample(x, y, 0, index);
      }
    }
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    ImageIO.write(plain, "png", bytes);
    return bytes.toByteArray();
  }

  private static int[] commonest(BufferedImage picture) {
    Map<Integer, Integer> counts = new HashMap<>();
    for (int y = 0; y < picture.getHeight(); y++) {
      for (int x = 0; x < picture.getWidth(); x++) {
        counts.merge(picture.getRGB(x, y), 1, Integer::sum);
      }
    }
    return counts.entrySet().stream()
        .sorted(
            Map.Entry.<Integer, Integer>comparingByValue()
                .reversed()
                .thenComparing(Map.Entry.comparingByKey()))
        .limit(MOST_COLOURS)
        .mapToInt(Map.Entry::getKey)
        .toArray();
  }

  private static int nearest(int[] palette, int colour) {
    int best = 0;
    int least = Integer.MAX_VALUE;
    for (int i = 0; i < palette.length; i++) {
      int distance = 0;
      for (int shift = 0; shift <= 16; shift += 8) {
        int part = (palette[i] >> shift & 0xff) - (colour >> shift & 0xff);
        distance += part * part;
      }
      if (distance < least) {
        least = distance;
        best = i;
      }
    }
    return best;
  }
}
