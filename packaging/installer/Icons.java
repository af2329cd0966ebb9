package installer;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import javafx.application.Platform;
import javafx.scene.Group;
import javafx.scene.Scene;
import javafx.scene.SnapshotParameters;
import javafx.scene.image.PixelReader;
import javafx.scene.image.WritableImage;
import javafx.scene.paint.Color;
import javafx.scene.shape.SVGPath;
import javafx.scene.shape.StrokeLineCap;
import javafx.scene.shape.StrokeLineJoin;
import javafx.scene.transform.Scale;
import javax.imageio.ImageIO;

/**
 * Draws the program's icon in every format that an installer needs, from the one SVG: PNG in all
 * sizes, {@code .ico} for Windows, {@code .icns} for macOS.
 *
 * <p>Usage: {@code Icons SVG FOLDER}, with JavaFX on the class path.
 */
public final class Icons {

  private static final List<Integer> SIZES = List.of(16, 24, 32, 48, 64, 128, 256, 512);
  private static final List<Integer> ICO = List.of(16, 24, 32, 48, 64, 128, 256);

  // Apple's types of icons that hold a PNG, by their size.
  private static final Map<String, Integer> ICNS =
      Map.of("icp4", 16, "icp5", 32, "icp6", 64, "ic07", 128, "ic08", 256, "ic09", 512);

  private static final Pattern PATH = Pattern.compile("<path d=\"([^\"]+)\"");
  private static final double UNITS = 20;
  private static final double LINE = 1.3;
  private static final Color GROUND = Color.web("#0F6CBD");

  private Icons() {}

  public static void main(String[] args) throws Exception {
    List<String> paths =
        PATH.matcher(Files.readString(Path.of(args[0]))).results().map(Icons::drawing).toList();
    Path folder = Path.of(args[1]);
    Files.createDirectories(folder);
    CompletableFuture<Map<Integer, byte[]>> drawn = new CompletableFuture<>();
    Platform.startup(
        () -> {
          try {
            drawn.complete(draw(paths));
          } catch (IOException failed) {
            drawn.completeExceptionally(failed);
          }
        });
    Map<Integer, byte[]> pictures = drawn.get();
    Platform.exit();
    for (Map.Entry<Integer, byte[]> each : pictures.entrySet()) {
      Files.write(folder.resolve("wrapkey-" + each.getKey() + ".png"), each.getValue());
    }
    Files.write(folder.resolve("wrapkey.ico"), ico(pictures));
    Files.write(folder.resolve("wrapkey.icns"), icns(pictures));
    Files.writeString(folder.resolve("wrapkey.svg"), svg(paths));
  }

  private static String drawing(MatchResult found) {
    return found.group(1);
  }

  private static Map<Integer, byte[]> draw(List<String> paths) throws IOException {
    Map<Integer, byte[]> pictures = new LinkedHashMap<>();
    for (int size : SIZES) {
      pictures.put(size, png(paths, size));
    }
    return pictures;
  }

  /** The first path is the ground, the others are drawn on it in white. */
  private static byte[] png(List<String> paths, int size) throws IOException {
    Group group = new Group();
    for (int i = 0; i < paths.size(); i++) {
      SVGPath path = new SVGPath();
      path.setContent(paths.get(i));
      path.setFill(i == 0 ? GROUND : null);
      path.setStroke(i == 0 ? GROUND : Color.WHITE);
      path.setStrokeWidth(LINE);
      path.setStrokeLineCap(StrokeLineCap.ROUND);
      path.setStrokeLineJoin(StrokeLineJoin.ROUND);
      group.getChildren().add(path);
    }
    double scale = size / UNITS;
    group.getTransforms().add(new Scale(scale, scale));
    Group root = new Group(group);
    new Scene(root, size, size, Color.TRANSPARENT);
    SnapshotParameters parameters = new SnapshotParameters();
    parameters.setFill(Color.TRANSPARENT);
    parameters.setViewport(new javafx.geometry.Rectangle2D(0, 0, size, size));
    WritableImage image = root.snapshot(parameters, new WritableImage(size, size));
    BufferedImage copy = new BufferedImage(size, size, BufferedImage.TYPE_INT_ARGB);
    PixelReader pixels = image.getPixelReader();
    for (int y = 0; y < size; y++) {
      for (int x = 0; x < size; x++) {
        copy.setRGB(x, y, pixels.getArgb(x, y));
      }
    }
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ImageIO.write(copy, "png", out);
    return out.toByteArray();
  }

  private static byte[] ico(Map<Integer, byte[]> pictures) {
    int offset = 6 + 16 * ICO.size();
    int length = offset + ICO.stream().mapToInt(size -> pictures.get(size).length).sum();
    ByteBuffer file = ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
    file.putShort((short) 0).putShort((short) 1).putShort((short) ICO.size());
    for (int size : ICO) {
      byte side = (byte) (size == 256 ? 0 : size);
      file.put(side).put(side).put((byte) 0).put((byte) 0);
      file.putShort((short) 1).putShort((short) 32);
      file.putInt(pictures.get(size).length).putInt(offset);
      offset += pictures.get(size).length;
    }
    ICO.forEach(size -> file.put(pictures.get(size)));
    return file.array();
  }

  private static byte[] icns(Map<Integer, byte[]> pictures) {
    int length = 8 + ICNS.values().stream().mapToInt(size -> 8 + pictures.get(size).length).sum();
    ByteBuffer file = ByteBuffer.allocate(length);
    file.put("icns".getBytes(StandardCharsets.US_ASCII)).putInt(length);
    ICNS.forEach(
        (type, size) ->
            file.put(type.getBytes(StandardCharsets.US_ASCII))
                .putInt(8 + pictures.get(size).length)
                .put(pictures.get(size)));
    return file.array();
  }

  private static String svg(List<String> paths) {
    StringBuilder text =
        new StringBuilder(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"256\" height=\"256\" viewBox=\"0 0"
                + " 20 20\">\n");
    for (int i = 0; i < paths.size(); i++) {
      text.append("  <path d=\"")
          .append(paths.get(i))
          .append(
              i == 0
                  ? "\" fill=\"#0F6CBD\" stroke=\"#0F6CBD\""
                  : "\" fill=\"none\" stroke=\"#FFFFFF\"")
          .append(" stroke-width=\"1.3\" stroke-linecap=\"round\" stroke-linejoin=\"round\"/>\n");
    }
    return text.append("</svg>\n").toString();
  }
}
