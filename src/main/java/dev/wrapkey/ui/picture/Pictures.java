package dev.wrapkey.ui.picture;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.CRC32;
import java.util.zip.DeflaterOutputStream;
import javafx.scene.image.Image;
import javafx.scene.image.PixelReader;

/** Writes pictures as PNG, without AWT: 8 bits each of red, green, blue and alpha, no filter. */
public final class Pictures {

  private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};

  private Pictures() {}

  /** Writes {@code picture} to {@code file}, making its folder if need be. */
  public static void write(Image picture, Path file) throws IOException {
    Path folder = file.toAbsolutePath().getParent();
    if (folder != null) {
      Files.createDirectories(folder);
    }
    Files.write(file, png(picture));
  }

  static byte[] png(Image picture) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    DataOutputStream out = new DataOutputStream(bytes);
    out.write(SIGNATURE);
    chunk(out, "IHDR", header((int) picture.getWidth(), (int) picture.getHeight()));
    chunk(out, "IDAT", pixels(picture));
    chunk(out, "IEND", new byte[0]);
    return bytes.toByteArray();
  }

  private static byte[] header(int width, int height) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    DataOutputStream out = new DataOutputStream(bytes);
    out.writeInt(width);
    out.writeInt(height);
    out.write(
        new byte[] {8, 6, 0, 0, 0}); // 8 bits, RGBA, deflate, adaptive filters, not interlaced
    return bytes.toByteArray();
  }

  private static byte[] pixels(Image picture) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    PixelReader reader = picture.getPixelReader();
    try (DataOutputStream out = new DataOutputStream(new DeflaterOutputStream(bytes))) {
      for (int y = 0; y < (int) picture.getHeight(); y++) {
        out.writeByte(0);
        for (int x = 0; x < (int) picture.getWidth(); x++) {
          int argb = reader.getArgb(x, y);
          out.writeInt(argb << 8 | argb >>> 24);
        }
      }
    }
    return bytes.toByteArray();
  }

  private static void chunk(DataOutputStream out, String type, byte[] data) throws IOException {
    byte[] name = type.getBytes(StandardCharsets.US_ASCII);
    CRC32 sum = new CRC32();
    sum.update(name);
    sum.update(data);
    out.writeInt(data.length);
    out.write(name);
    out.write(data);
    out.writeInt((int) sum.getValue());
  }
}
