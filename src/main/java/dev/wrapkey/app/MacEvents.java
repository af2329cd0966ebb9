package dev.wrapkey.app;

import com.sun.glass.ui.Application;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What macOS tells a running program instead of starting it once more: files to open (a double
 * click, the Dock), that it is wanted again, that it shall end. JavaFX 26 has no interface for the
 * first and shows no window for the others; its inner handler gets everything as before.
 *
 * <p>Loading this fails where the toolkit's inner packages are closed; in the packages they are
 * open, for JavaFX lies on the class path there.
 */
final class MacEvents extends Application.EventHandler {

  private final Application.EventHandler before;
  private final BooleanSupplier away;
  private final Consumer<Optional<Path>> front;

  /**
   * @param before gets all that it got without this
   * @param away whether the window was closed while work goes on
   * @param front brings the window to the front, with a plan or without
   */
  MacEvents(Application.EventHandler before, BooleanSupplier away, Consumer<Optional<Path>> front) {
    this.before = before;
    this.away = away;
    this.front = front;
  }

  /** Listens from now on; on the toolkit's thread. Files of the start itself are told at once. */
  static void heed(BooleanSupplier away, Consumer<Optional<Path>> front) {
    Application toolkit = Application.GetApplication();
    toolkit.setEventHandler(new MacEvents(toolkit.getEventHandler(), away, front));
  }

  @Override
  public void handleOpenFilesAction(
      @Nullable Application toolkit, long time, String @Nullable [] files) {
    before.handleOpenFilesAction(toolkit, time, files);
    if (files != null && files.length > 0) {
      front.accept(Optional.of(Path.of(files[0]))); // one window, one plan
    }
  }

  @Override
  public void handleDidBecomeActiveAction(@Nullable Application toolkit, long time) {
    before.handleDidBecomeActiveAction(toolkit, time);
    show();
  }

  // The toolkit asks the windows that are seen whether they may be closed, and ends no program
  // without any.
  @Override
  public void handleQuitAction(@Nullable Application toolkit, long time) {
    show();
    before.handleQuitAction(toolkit, time);
  }

  private void show() {
    if (away.getAsBoolean()) {
      front.accept(Optional.empty());
    }
  }

  @Override
  public void handleWillFinishLaunchingAction(@Nullable Application toolkit, long time) {
    before.handleWillFinishLaunchingAction(toolkit, time);
  }

  @Override
  public void handleDidFinishLaunchingAction(@Nullable Application toolkit, long time) {
    before.handleDidFinishLaunchingAction(toolkit, time);
  }

  @Override
  public void handleWillBecomeActiveAction(@Nullable Application toolkit, long time) {
    before.handleWillBecomeActiveAction(toolkit, time);
  }

  @Override
  public void handleWillResignActiveAction(@Nullable Application toolkit, long time) {
    before.handleWillResignActiveAction(toolkit, time);
  }

  @Override
  public void handleDidResignActiveAction(@Nullable Application toolkit, long time) {
    before.handleDidResignActiveAction(toolkit, time);
  }

  @Override
  public void handleDidReceiveMemoryWarning(@Nullable Application toolkit, long time) {
    before.handleDidReceiveMemoryWarning(toolkit, time);
  }

  @Override
  public void handleWillHideAction(@Nullable Application toolkit, long time) {
    before.handleWillHideAction(toolkit, time);
  }

  @Override
  public void handleDidHideAction(@Nullable Application toolkit, long time) {
    before.handleDidHideAction(toolkit, time);
  }

  @Override
  public void handleWillUnhideAction(@Nullable Application toolkit, long time) {
    before.handleWillUnhideAction(toolkit, time);
  }

  @Override
  public void handleDidUnhideAction(@Nullable Application toolkit, long time) {
    before.handleDidUnhideAction(toolkit, time);
  }

  @Override
  public void handlePreferencesChanged(java.util.Map<String, Object> preferences) {
    before.handlePreferencesChanged(preferences);
  }
}
