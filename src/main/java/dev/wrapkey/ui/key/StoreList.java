package dev.wrapkey.ui.key;

import dev.wrapkey.provisioning.Cloud;
import dev.wrapkey.provisioning.KeyStore;
import dev.wrapkey.provisioning.KeyStores;
import dev.wrapkey.rules.Finding;
import dev.wrapkey.rules.StoreCheck;
import dev.wrapkey.ui.task.Listing;
import dev.wrapkey.ui.task.Tasks;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ListChangeListener.Change;
import javafx.collections.ObservableList;

/**
 * The stores of a subscription: those that can serve, to be narrowed by typing, and those that
 * cannot, with their reasons. Each store is judged once, when it arrives.
 */
final class StoreList {

  private final Cloud cloud;
  private final Scope scope;
  private final Listing<KeyStore> listing;
  private final ObservableList<KeyStore> fitting = FXCollections.observableArrayList();
  private final ObservableList<LeftOut> leftOut = FXCollections.observableArrayList();
  private final Narrowed<KeyStore> shown = new Narrowed<>(fitting, StoreList::contains);

  StoreList(Cloud cloud, Tasks tasks, Scope scope) {
    this.cloud = cloud;
    this.scope = scope;
    listing = new Listing<>(tasks);
    listing.items().addListener(this::sort);
  }

  void load(KeyStore.Kind kind) {
    filterProperty().set("");
    KeyStores.Where where = new KeyStores.Where(scope.subscription().id(), scope.region());
    listing.load((cancellation, page) -> cloud.keyStores().list(kind, where, cancellation, page));
  }

  private void sort(Change<? extends KeyStore> change) {
    while (change.next()) {
      if (change.wasRemoved()) {
        fitting.clear();
        leftOut.clear();
      }
      if (change.wasAdded()) {
        add(List.copyOf(change.getAddedSubList()), change.getFrom() == 0);
      }
    }
  }

  private void add(List<? extends KeyStore> fresh, boolean inFront) {
    List<KeyStore> good = new ArrayList<>();
    List<LeftOut> bad = new ArrayList<>();
    for (KeyStore each : fresh) {
      obstacle(each)
          .ifPresentOrElse(
              why ->
                  bad.add(
                      new LeftOut(
                          each.name(), KeyWords.reason(each, why, scope.region()), why.message())),
              () -> good.add(each));
    }
    fitting.addAll(inFront ? 0 : fitting.size(), good);
    leftOut.addAll(inFront ? 0 : leftOut.size(), bad);
  }

  private Optional<Finding> obstacle(KeyStore candidate) {
    return StoreCheck.check(candidate, scope.region(), scope.subscription().id()).stream()
        .filter(Finding::blocks)
        .findFirst();
  }

  private static boolean contains(KeyStore store, String wanted) {
    return store.name().toLowerCase(Locale.ROOT).contains(wanted)
        || store.id().resourceGroup().toLowerCase(Locale.ROOT).contains(wanted);
  }

  Listing<KeyStore> listing() {
    return listing;
  }

  /** Those that can serve, whatever is typed. */
  ObservableList<KeyStore> fitting() {
    return fitting;
  }

  /** Those that can serve and fit what is typed. */
  ObservableList<KeyStore> shown() {
    return shown.shown();
  }

  ObservableList<LeftOut> leftOut() {
    return leftOut;
  }

  StringProperty filterProperty() {
    return shown.textProperty();
  }
}
