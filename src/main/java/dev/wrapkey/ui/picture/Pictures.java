package dev.wrapkey.ui.picture;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import javafx.scene.image.Image;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.PixelReader;

/** Writes pictures as PNG, without AWT: 8 bits each of red, green, blue and alpha, no filter. */
public final class Pictures {

  private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};

  private static final int CHUNK = 1 << 16;

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

  // By rows: the deflater is asked once a row, not once a pixel.
  private static byte[] pixels(Image picture) throws IOException {
    int width = (int) picture.getWidth();
    int[] colours = new int[width];
    ByteBuffer row = ByteBuffer.allocate(1 + Integer.BYTES * width);
    PixelReader reader = picture.getPixelReader();
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    Deflater fast = new Deflater(Deflater.BEST_SPEED);
    try (DeflaterOutputStream out = new DeflaterOutputStream(bytes, fast, CHUNK)) {
      for (int y = 0; y < (int) picture.getHeight(); y++) {
        reader.getPixels(0, y, width, 1, PixelFormat.getIntArgbInstance(), colours, 0, width);
        row.clear().put((byte) 0);
        for (int argb : colours) {
          row.putInt(argb << 8 | argb >>> 24);
        }
        out.write(row.array());
      }
    } finally {
      fast.end();
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
