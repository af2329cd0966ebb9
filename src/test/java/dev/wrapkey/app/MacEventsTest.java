package dev.wrapkey.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.glass.ui.Application;
import java.lang.reflect.Method;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What macOS tells, played by hand: there is no Mac here. */
class MacEventsTest {

  private final List<String> told = new ArrayList<>();
  private boolean away;

  private final Application.EventHandler before =
      new Application.EventHandler() {
        @Override
        public void handleOpenFilesAction(Application toolkit, long time, String[] files) {
          told.add("opened before");
        }

        @Override
        public void handleQuitAction(Application toolkit, long time) {
          told.add("quit");
        }

        @Override
        public void handleDidBecomeActiveAction(Application toolkit, long time) {
          told.add("active");
        }

        @Override
        public void handlePreferencesChanged(Map<String, Object> preferences) {
          told.add("preferences");
        }
      };

  private final MacEvents events =
      new MacEvents(before, () -> away, plan -> told.add("front " + plan.map(Path::toString)));

  @Test
  void aDoubleClickOpensThePlanAndTellsWhoeverWasToldBefore() {
    events.handleOpenFilesAction(null, 0, new String[] {"orders.wrapkey", "other.wrapkey"});
    assertThat(told).containsExactly("opened before", "front " + Optional.of("orders.wrapkey"));
  }

  @Test
  void aStartWithoutFilesOpensNone() {
    events.handleOpenFilesAction(null, 0, null);
    events.handleOpenFilesAction(null, 0, new String[0]);
    assertThat(told).containsExactly("opened before", "opened before");
  }

  @Test
  void aWindowThatIsThereIsLeftAlone() {
    events.handleDidBecomeActiveAction(null, 0);
    events.handleQuitAction(null, 0);
    assertThat(told).containsExactly("active", "quit");
  }

  @Test
  void aWindowClosedWhileWorkGoesOnComesBackWhenTheProgramIsWantedAndIsAskedBeforeItEnds() {
    away = true;
    events.handleDidBecomeActiveAction(null, 0);
    events.handleQuitAction(null, 0);
    assertThat(told)
        .containsExactly(
            "active", "front " + Optional.empty(), "front " + Optional.empty(), "quit");
  }

  @Test
  void nothingThatTheToolkitTellsIsKeptFromWhoeverWasToldBefore() {
    assertThat(
            Arrays.stream(Application.EventHandler.class.getDeclaredMethods()).map(Method::getName))
        .hasSizeGreaterThan(10)
        .allSatisfy(
            name ->
                assertThat(MacEvents.class.getDeclaredMethods())
                    .extracting(Method::getName)
                    .contains(name));
    events.handlePreferencesChanged(Map.of());
    assertThat(told).containsExactly("preferences");
  }
}
