package dev.wrapkey.ui.key;

import dev.wrapkey.provisioning.Cloud;
import dev.wrapkey.provisioning.KeyIdentifier;
import dev.wrapkey.provisioning.KeyStore;
import dev.wrapkey.ui.PaneScreen;
import dev.wrapkey.ui.Person;
import dev.wrapkey.ui.Practice;
import dev.wrapkey.ui.task.Tasks;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BiConsumer;
import javafx.scene.control.ComboBox;

/** The key pane on an empty page, over a practice cloud, and what comes out of it. */
abstract class KeyPaneScreen extends PaneScreen {

  final List<KeyIdentifier> picked = new CopyOnWriteArrayList<>();
  final List<String> typed = new CopyOnWriteArrayList<>();
  final List<KeyIdentifier> opened = new CopyOnWriteArrayList<>();

  /** A practice cloud of each class's own. */
  abstract Practice practice();

  private Exits exits() {
    return new Exits() {
      @Override
      public void picked(KeyIdentifier key) {
        picked.add(key);
      }

      @Override
      public void type(String beginning) {
        typed.add(beginning);
      }

      @Override
      public Optional<BiConsumer<KeyStore, KeyIdentifier>> pages() {
        return Optional.of((store, key) -> opened.add(key));
      }
    };
  }

  void open(Cloud cloud, Tasks tasks, String region, boolean automatic) {
    Scope scope = practice().scope(region);
    Person.act(
        () ->
            KeyPane.open(
                desk.host(),
                new KeyViewModel(cloud, tasks, practice().time(), scope, automatic, exits())));
  }

  void open() {
    open(practice().cloud(), desk.tasks(), "eastus", false);
  }

  void show(String box) {
    Person.act(() -> ((ComboBox<?>) person.node(box).orElseThrow()).show());
  }

  void hide(String box) {
    Person.act(() -> ((ComboBox<?>) person.node(box).orElseThrow()).hide());
  }
}
