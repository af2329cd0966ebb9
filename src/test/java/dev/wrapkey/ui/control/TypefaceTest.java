package dev.wrapkey.ui.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class TypefaceTest {

  @Test
  void windowsGetsItsOwnFontWithTheSemiboldFace() {
    Typeface face = Typeface.from(List.of("Arial", "Consolas", "Segoe UI", "Segoe UI Semibold"));
    assertThat(face)
        .isEqualTo(
            new Typeface("Segoe UI", "Segoe UI Semibold", "Segoe UI Semibold", "Consolas", 13));
  }

  @Test
  void aLargeDrawnFaceIsSetOnePixelSmaller() {
    assertThat(Typeface.from(List.of("DejaVu Sans", "DejaVu Sans Mono")).size()).isEqualTo(12);
    assertThat(Typeface.from(List.of("Noto Sans")).size()).isEqualTo(13);
  }

  @Test
  void aComputerWithoutAnyKnownFontStillGetsOne() {
    Typeface face = Typeface.from(List.of("Comic Sans MS"));
    assertThat(face.text()).isEqualTo("System");
    assertThat(face.mono()).isEqualTo("Monospaced");
  }
}
