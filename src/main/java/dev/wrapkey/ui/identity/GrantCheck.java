package dev.wrapkey.ui.identity;

import dev.wrapkey.export.GrantCommand;
import dev.wrapkey.provisioning.Cancellation;
import dev.wrapkey.provisioning.Cloud;
import dev.wrapkey.provisioning.KeyIdentifier;
import dev.wrapkey.provisioning.KeyStore;
import dev.wrapkey.provisioning.ManagedIdentity;
import dev.wrapkey.provisioning.Subscription;
import dev.wrapkey.rules.Finding;
import dev.wrapkey.rules.RightsCheck;
import dev.wrapkey.ui.key.Scope;
import dev.wrapkey.ui.task.Running;
import dev.wrapkey.ui.task.Tasks;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/** Asks whether an identity may use the key that was chosen before it; CMK-10 and CMK-11. */
final class GrantCheck {

  /** What is known of the rights. */
  sealed interface Answer {

    /** There is no key, or no identity. */
    record Nothing() implements Answer {}

    /** The cloud is being asked. */
    record Asking() implements Answer {}

    /** It may. */
    record Enough() implements Answer {}

    /**
     * It may not.
     *
     * @param sentence what it lacks and what to grant
     * @param command of the command-line tool, which grants it
     */
    record Lacks(String sentence, String command) implements Answer {}

    /**
     * It cannot be told from here.
     *
     * @param why the service's words
     * @param command which would grant it, where that is known
     */
    record Unknown(String why, Optional<String> command) implements Answer {}
  }

  private final Cloud cloud;
  private final Tasks tasks;
  private final Scope scope;
  private final Optional<KeyIdentifier> key;
  private final ReadOnlyObjectWrapper<Answer> answer =
      new ReadOnlyObjectWrapper<>(new Answer.Nothing());
  private Running asking = new Running();
  private volatile @Nullable KeyStore store;

  GrantCheck(Cloud cloud, Tasks tasks, Scope scope, Optional<KeyIdentifier> key) {
    this.cloud = cloud;
    this.tasks = tasks;
    this.scope = scope;
    this.key = key;
  }

  ReadOnlyObjectProperty<Answer> answerProperty() {
    return answer.getReadOnlyProperty();
  }

  /** Asks about an identity; an answer about the one before is dropped. */
  void follow(@Nullable ManagedIdentity who) {
    asking.cancel();
    if (who == null || key.isEmpty()) {
      answer.set(new Answer.Nothing());
      return;
    }
    answer.set(new Answer.Asking());
    Running mine = new Running();
    asking = mine;
    tasks.run(
        mine,
        () -> ask(who, key.get(), mine.cancellation()),
        answer::set,
        failure -> answer.set(new Answer.Unknown(failure.details(), command(who))));
  }

  void stop() {
    asking.cancel();
  }

  private Answer ask(ManagedIdentity who, KeyIdentifier used, Cancellation cancellation) {
    KeyStore in = store == null ? find(used, cancellation).orElse(null) : store;
    store = in;
    if (in == null) {
      return new Answer.Nothing();
    }
    return RightsCheck.check(who, cloud.safeguards().grants(in, used, who).rights(), in)
        .map(Finding::message)
        .<Answer>map(
            sentence -> new Answer.Lacks(sentence, GrantCommand.encryption(in, who.principalId())))
        .orElseGet(Answer.Enough::new);
  }

  private Optional<String> command(ManagedIdentity who) {
    return Optional.ofNullable(store).map(in -> GrantCommand.encryption(in, who.principalId()));
  }

  /** In the server's subscription first, then in the others that the account sees. */
  private Optional<KeyStore> find(KeyIdentifier used, Cancellation cancellation) {
    String own = scope.subscription().id();
    Stream<String> others =
        Stream.of(cloud.directory())
            .flatMap(directory -> directory.subscriptions().stream())
            .map(Subscription::id)
            .filter(each -> !each.equals(own));
    return Stream.concat(Stream.of(own), others)
        .flatMap(subscription -> in(subscription, used, cancellation).stream())
        .findFirst();
  }

  private List<KeyStore> in(String subscription, KeyIdentifier used, Cancellation cancellation) {
    KeyStore.Kind kind = used.isManagedHsm() ? KeyStore.Kind.MANAGED_HSM : KeyStore.Kind.KEY_VAULT;
    List<KeyStore> found = new ArrayList<>();
    cloud.keyStores().list(kind, subscription, cancellation, found::addAll);
    return found.stream().filter(each -> each.host().equalsIgnoreCase(used.host())).toList();
  }
}
