package dev.wrapkey.ui.signin;

import dev.wrapkey.provisioning.Cancellation;
import dev.wrapkey.signin.SignIn;
import dev.wrapkey.signin.SignIn.TokenStore;
import dev.wrapkey.signin.SignIn.Wish;
import dev.wrapkey.signin.SignedIn;
import dev.wrapkey.ui.form.Making;
import dev.wrapkey.ui.task.Tasks;
import dev.wrapkey.ui.view.Memory;
import java.net.URI;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import org.jspecify.annotations.Nullable;

/** Signs a person in to Azure: which cloud, how, and what they have to do meanwhile. */
public final class SignInViewModel {

  /**
   * What has to be typed in a browser.
   *
   * @param expires when it is good no more
   */
  record Code(String code, URI address, Instant expires) {}

  private final SignIn signIn;
  private final Tasks tasks;
  private final Consumer<SignedIn> entered;
  private final PlaceForm place;
  private final WayForm way;
  private final Making making;
  private final BooleanProperty afresh = new SimpleBooleanProperty();
  private final ReadOnlyObjectWrapper<@Nullable Code> code = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<@Nullable TokenStore> store = new ReadOnlyObjectWrapper<>();

  /**
   * @param memory what was chosen the last time; never gets a secret
   * @param entered is told who is signed in
   */
  public SignInViewModel(SignIn signIn, Tasks tasks, Memory memory, Consumer<SignedIn> entered) {
    this.signIn = signIn;
    this.tasks = tasks;
    this.entered = entered;
    place = new PlaceForm(memory);
    way = new WayForm(memory);
    making = new Making(tasks);
    making
        .busyProperty()
        .subscribe(
            busy -> {
              if (!busy) {
                code.set(null);
              }
            });
  }

  /** Finds out where tokens stay on this computer; to be called when the page is entered. */
  public void look() {
    if (store.get() == null) {
      tasks.run(signIn::tokens, store::set, _ -> store.set(null));
    }
  }

  /** Signs in as the form says, or has the fields say why not. */
  void submit() {
    Optional<Wish> wish = wish();
    wish.ifPresent(
        asked -> making.start(cancellation -> enter(asked, cancellation), this::arrived));
  }

  private Optional<Wish> wish() {
    var where = place.place();
    var how = way.way();
    return where.flatMap(there -> how.map(so -> new Wish(there, so, way.tenantName())));
  }

  private SignedIn enter(Wish wish, Cancellation cancellation) {
    Optional<SignedIn> again = afresh.get() ? Optional.empty() : signIn.again(wish, cancellation);
    return again.orElseGet(() -> signIn.signIn(wish, this::tell, cancellation));
  }

  private void tell(String words, URI address, Instant expires) {
    Code told = new Code(words, address, expires);
    tasks.onScreen(
        () -> {
          if (making.busyProperty().get()) {
            code.set(told);
          }
        });
  }

  private void arrived(SignedIn in) {
    place.remember();
    way.remember();
    entered.accept(in);
  }

  /** Waits no longer. */
  void cancel() {
    making.cancel();
  }

  PlaceForm place() {
    return place;
  }

  WayForm way() {
    return way;
  }

  Making making() {
    return making;
  }

  /** Ask for the account even if a token was kept. */
  BooleanProperty afreshProperty() {
    return afresh;
  }

  /** What has to be typed in a browser; null if nothing. */
  ReadOnlyObjectProperty<@Nullable Code> codeProperty() {
    return code.getReadOnlyProperty();
  }

  /** Where tokens stay; null until that is known. */
  ReadOnlyObjectProperty<@Nullable TokenStore> storeProperty() {
    return store.getReadOnlyProperty();
  }
}
