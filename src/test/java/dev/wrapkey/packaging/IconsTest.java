package dev.wrapkey.packaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.File;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The icons of all systems, made by a toolkit of their own from the one drawing. */
class IconsTest {

  @TempDir private static Path folder;

  @BeforeAll
  static void draw() throws Exception {
    Path said = folder.resolve("said");
    String paths =
        System.getProperty("jdk.module.path") + File.pathSeparator + Path.of("target/test-classes");
    int code =
        new ProcessBuilder(
                List.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-Dglass.platform=Headless",
                    "-Dprism.order=sw",
                    "-cp",
                    paths,
                    "installer.Icons",
                    "icons/app.svg",
                    folder.toString()))
            .redirectErrorStream(true)
            .redirectOutput(said.toFile())
            .start()
            .waitFor();
    assertThat(code).as(() -> read(said)).isZero();
  }

  @Test
  void everyPictureHasTheSizeOfItsNameAndIsNotEmpty() throws IOException {
    for (int size : List.of(16, 24, 32, 48, 64, 128, 256, 512)) {
      byte[] png = Files.readAllBytes(folder.resolve("wrapkey-" + size + ".png"));
      isPicture(png, size);
    }
  }

  @Test
  void windowsIconHoldsPicturesOfTheSizesInItsDirectory() throws IOException {
    ByteBuffer ico = ByteBuffer.wrap(Files.readAllBytes(folder.resolve("wrapkey.ico")));
    ico.order(ByteOrder.LITTLE_ENDIAN);
    assertThat(ico.getShort(0)).isZero();
    assertThat(ico.getShort(2)).as("an icon, no cursor").isEqualTo((short) 1);
    int count = ico.getShort(4);
    assertThat(count).isGreaterThanOrEqualTo(4);
    for (int i = 0; i < count; i++) {
      int entry = 6 + 16 * i;
      int side = ico.get(entry) == 0 ? 256 : Byte.toUnsignedInt(ico.get(entry));
      byte[] png = new byte[ico.getInt(entry + 8)];
      ico.get(ico.getInt(entry + 12), png);
      isPicture(png, side);
    }
  }

  @Test
  void macosIconHoldsPicturesOfTheSizesOfTheirTypes() throws IOException {
    // Apple's types of PNG by size: Apple Icon Image format, as read on 22 November 2026
    Map<String, Integer> types =
        Map.of("icp4", 16, "icp5", 32, "icp6", 64, "ic07", 128, "ic08", 256, "ic09", 512);
    ByteBuffer icns = ByteBuffer.wrap(Files.readAllBytes(folder.resolve("wrapkey.icns")));
    assertThat(text(icns)).isEqualTo("icns");
    assertThat(icns.getInt()).isEqualTo(icns.capacity());
    Map<String, Integer> found = new TreeMap<>();
    while (icns.hasRemaining()) {
      String type = text(icns);
      byte[] png = new byte[icns.getInt() - 8];
      icns.get(png);
      found.put(type, isPicture(png, types.get(type)));
    }
    assertThat(found).containsKeys("ic07", "ic08", "ic09");
  }

  private static String text(ByteBuffer from) {
    byte[] four = new byte[4];
    from.get(four);
    return new String(four, StandardCharsets.US_ASCII);
  }

  private static int isPicture(byte[] png, int side) throws IOException {
    BufferedImage picture = ImageIO.read(new ByteArrayInputStream(png));
    assertThat(picture.getWidth()).isEqualTo(side);
    assertThat(picture.getHeight()).isEqualTo(side);
    assertThat(picture.getRGB(0, 0) >>> 24).as("its corner is round").isLessThan(128);
    int ground = picture.getRGB(side / 2, side - 1 - side / 8);
    assertThat(ground >>> 24).as("its ground is filled").isGreaterThan(200);
    return side;
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException unreadable) {
      return unreadable.toString();
    }
  }
}
