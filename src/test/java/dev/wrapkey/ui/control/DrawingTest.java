package dev.wrapkey.ui.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javafx.geometry.Bounds;
import javafx.scene.shape.SVGPath;
import org.junit.jupiter.api.Test;

class DrawingTest {

  @Test
  void everyIconIsDrawnWithinItsGridOfTwenty() throws IOException {
    List<String> names = names();
    assertThat(names).hasSizeGreaterThan(40);
    for (String name : names) {
      List<Drawing.Path> paths = Drawing.of(name).paths();
      assertThat(paths).as(name).isNotEmpty();
      for (Drawing.Path path : paths) {
        SVGPath shape = new SVGPath();
        shape.setContent(path.data());
        shape.setStroke(null);
        Bounds bounds = shape.getBoundsInLocal();
        assertThat(bounds.isEmpty()).as("%s: %s", name, path.data()).isFalse();
        assertThat(bounds.getMinX()).as(name).isGreaterThanOrEqualTo(1);
        assertThat(bounds.getMinY()).as(name).isGreaterThanOrEqualTo(1);
        assertThat(bounds.getMaxX()).as(name).isLessThanOrEqualTo(19);
        assertThat(bounds.getMaxY()).as(name).isLessThanOrEqualTo(19);
      }
    }
  }

  @Test
  void anIconThatDoesNotExistIsNamedInTheFailure() {
    assertThatThrownBy(() -> Drawing.of("unicorn"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("icons/unicorn.svg");
  }

  private static List<String> names() throws IOException {
    try (Stream<Path> files = Files.list(Path.of("icons"))) {
      return files.map(f -> f.getFileName().toString().replace(".svg", "")).sorted().toList();
    }
  }
}
