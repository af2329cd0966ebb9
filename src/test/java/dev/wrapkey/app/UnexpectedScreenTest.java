package dev.wrapkey.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wrapkey.ui.OnScreen;
import dev.wrapkey.ui.Person;
import dev.wrapkey.ui.Practice;
import dev.wrapkey.ui.failure.UnexpectedWindow;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import javafx.scene.control.DialogPane;
import javafx.scene.control.TextArea;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.framework.junit5.Start;

/** What a person sees of a bug, and what they can hand on. */
@OnScreen
class UnexpectedScreenTest extends WindowScreen {

  private static final String CANARY = "Canary7h3-S3cr3t";

  @RegisterExtension static final Practice PRACTICE = new Practice();

  @TempDir Path folder;
  private UnexpectedWindow unexpected;

  UnexpectedScreenTest() {
    super(PRACTICE);
  }

  @Start
  void start(Stage newStage) {
    begin(newStage);
  }

  @BeforeEach
  void sit() {
    desk.dialogs().have(folder, folder.resolve("plan"));
    LogFile log = new LogFile(folder.resolve("log"));
    LogRecord said = new LogRecord(Level.WARNING, "client_secret=" + CANARY);
    said.setLoggerName("dev.wrapkey.somewhere");
    log.publish(said);
    log.close();
    Map<String, String> kept =
        Map.of("appearance", "dark", "window", "1,2,3,4,false", "odd.password", CANARY);
    unexpected =
        new UnexpectedWindow(
            new CrashEvidence(() -> new TreeMap<>(kept), folder.resolve("log")), desk.dialogs());
  }

  @AfterEach
  void close() {
    Person.act(
        () ->
            Window.getWindows().stream()
                .filter(w -> w.getScene() != null && w.getScene().getRoot() instanceof DialogPane)
                .toList()
                .forEach(Window::hide));
  }

  private void happens(String message) {
    Person.act(() -> unexpected.show(new IllegalStateException(message)));
  }

  private static long windows() {
    return Window.getWindows().stream()
        .filter(w -> w.getScene() != null && w.getScene().getRoot() instanceof DialogPane)
        .count();
  }

  @Test
  void theReportIsReadBeforeItIsSavedAndHoldsNoSecret() throws IOException {
    happens("password=" + CANARY);
    person.sees("Nothing is sent anywhere");
    person.await("the report", () -> text().contains("log.txt"));
    assertThat(text())
        .contains("IllegalStateException", "UnexpectedScreenTest", "appearance=dark", "[removed]")
        .contains(System.getProperty("java.runtime.version"))
        .doesNotContain(CANARY);
    Dialogs.picture("unexpected");
    person.click("save-report");
    person.sees("Saved as");
    assertThat(windows()).isEqualTo(1);
    Map<String, String> saved = read();
    assertThat(saved)
        .containsOnlyKeys("what-happened.txt", "program.txt", "settings.txt", "log.txt")
        .allSatisfy((name, content) -> assertThat(content).isNotBlank().doesNotContain(CANARY));
    assertThat(saved.values()).allSatisfy(content -> assertThat(text()).contains(content.strip()));
  }

  @Test
  void whatComesMeanwhileIsCountedInTheSameWindow() {
    happens("one");
    Person.act(
        () -> {
          for (int i = 0; i < 3; i++) {
            unexpected.show(new ArithmeticException());
          }
        });
    assertThat(windows()).isEqualTo(1);
    person.sees("3 more errors of 2 kinds");
    assertThat(text()).contains("× 3", "ArithmeticException", "IllegalStateException");
  }

  private String text() {
    return ((TextArea) person.node("unexpected-text").orElseThrow()).getText();
  }

  private Map<String, String> read() throws IOException {
    Map<String, String> saved = new TreeMap<>();
    try (var all = Files.list(folder)) {
      Path archive = all.filter(f -> f.toString().endsWith(".zip")).findFirst().orElseThrow();
      try (ZipInputStream zip = new ZipInputStream(Files.newInputStream(archive))) {
        for (ZipEntry each = zip.getNextEntry(); each != null; each = zip.getNextEntry()) {
          saved.put(each.getName(), new String(zip.readAllBytes(), StandardCharsets.UTF_8));
        }
      }
    }
    return saved;
  }
}
