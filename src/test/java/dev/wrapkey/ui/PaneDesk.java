package dev.wrapkey.ui;

import dev.wrapkey.ui.control.PaneHost;
import dev.wrapkey.ui.control.Theme;
import dev.wrapkey.ui.task.Tasks;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executor;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;

/** An empty page on which panes slide in, with the program's background work. */
public final class PaneDesk {

  private final List<Throwable> bugs = new CopyOnWriteArrayList<>();
  private final PaneHost host = new PaneHost();

  /** Shows the page at the pictures' size. */
  public void open(Stage stage) {
    Button behind = new Button("behind");
    behind.setId("behind");
    host.setContent(new StackPane(behind));
    host.setReducedMotion(true);
    Scene scene = new Scene(host, Screens.WIDTH, Screens.HEIGHT);
    Theme.LIGHT.apply(scene);
    stage.setScene(scene);
    Screens.place(stage, Screens.WIDTH, Screens.HEIGHT);
    stage.show();
  }

  public PaneHost host() {
    return host;
  }

  /** Work on threads of its own, answers on the screen's. */
  public Tasks tasks() {
    return tasks(work -> Thread.ofVirtual().start(work));
  }

  public Tasks tasks(Executor background) {
    return new Tasks(background, Platform::runLater, bugs::add);
  }

  public List<Throwable> bugs() {
    return bugs;
  }

  /** One call of a port, or what a test puts in its place. */
  public interface Call {

    /** The port's own answer. */
    Object go();
  }

  /** What a test does with calls. */
  public interface Sway {
    Object answer(Method method, Object[] arguments, Call call);
  }

  /** A port whose calls go past a test first. */
  public static <T> T swayed(Class<T> port, T real, Sway sway) {
    return port.cast(
        Proxy.newProxyInstance(
            port.getClassLoader(),
            new Class<?>[] {port},
            (proxy, method, arguments) ->
                sway.answer(method, arguments, () -> call(real, method, arguments))));
  }

  private static Object call(Object real, Method method, Object[] arguments) {
    try {
      return method.invoke(real, arguments);
    } catch (InvocationTargetException thrown) {
      if (thrown.getCause() instanceof RuntimeException refused) {
        throw refused;
      }
      throw new AssertionError(thrown.getCause());
    } catch (IllegalAccessException impossible) {
      throw new AssertionError(impossible);
    }
  }
}
