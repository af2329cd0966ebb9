package dev.wrapkey.ui.picture;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import javafx.scene.image.WritableImage;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PicturesTest {

  @Test
  void anotherReaderFindsEveryPixelAgain(@TempDir Path folder) throws IOException {
    WritableImage picture = new WritableImage(7, 5);
    for (int y = 0; y < 5; y++) {
      for (int x = 0; x < 7; x++) {
        picture.getPixelWriter().setArgb(x, y, argb(x, y));
      }
    }
    Path file = folder.resolve("new").resolve("picture.png");
    Pictures.write(picture, file);
    BufferedImage read = ImageIO.read(file.toFile());
    assertThat(read.getWidth()).isEqualTo(7);
    assertThat(read.getHeight()).isEqualTo(5);
    for (int y = 0; y < 5; y++) {
      for (int x = 0; x < 7; x++) {
        assertThat(read.getRGB(x, y)).isEqualTo(argb(x, y));
      }
    }
  }

  private static int argb(int x, int y) {
    return 0xFF000000 | x * 36 << 16 | y * 50 << 8 | x * y * 7;
  }
}
