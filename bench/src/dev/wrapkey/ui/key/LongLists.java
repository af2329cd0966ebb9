package dev.wrapkey.ui.key;

import dev.wrapkey.provisioning.Cancellation;
import dev.wrapkey.provisioning.Cloud;
import dev.wrapkey.provisioning.Key;
import dev.wrapkey.provisioning.KeyIdentifier;
import dev.wrapkey.provisioning.KeyStore;
import dev.wrapkey.provisioning.KeyStores;
import dev.wrapkey.provisioning.ResourceId;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/** A cloud with far too many vaults and keys, which come in pages as Azure's do. */
final class LongLists {

  static final int VAULTS = 10_000;
  static final int KEYS = 5_000;
  static final String SUBSCRIPTION = "facade00-0000-4000-a000-0000000000a1";

  // Pages of the management plane and of the data plane, and a quick answer.
  private static final int VAULT_PAGE = 100;
  private static final int KEY_PAGE = 25;
  private static final Duration ANSWER = Duration.ofMillis(5);

  /** When the first page of the list that was asked for last was handed over; 0 before. */
  final AtomicLong firstPage = new AtomicLong();

  /** Runs when a first page is handed over. */
  volatile Runnable onFirstPage = () -> {};

  Cloud cloud() {
    KeyStores stores =
        port(
            KeyStores.class,
            (name, arguments) ->
                switch (name) {
                  case "list" ->
                      pages(VAULTS, VAULT_PAGE, LongLists::vault, arguments[2], arguments[3]);
                  case "keys" -> pages(KEYS, KEY_PAGE, LongLists::key, arguments[1], arguments[2]);
                  case "get" -> whole((KeyIdentifier) arguments[0]);
                  case "versions" -> List.of();
                  default -> throw new UnsupportedOperationException(name);
                });
    return port(
        Cloud.class,
        (name, arguments) -> {
          if (name.equals("keyStores")) {
            return stores;
          }
          throw new UnsupportedOperationException(name);
        });
  }

  private interface Answers {
    Object answer(String name, Object[] arguments);
  }

  private static <T> T port(Class<T> type, Answers answers) {
    return type.cast(
        Proxy.newProxyInstance(
            type.getClassLoader(),
            new Class<?>[] {type},
            (proxy, method, arguments) -> answers.answer(method.getName(), arguments)));
  }

  @SuppressWarnings("unchecked")
  private <T> Object pages(
      int all, int size, java.util.function.IntFunction<T> one, Object cancellation, Object taker) {
    firstPage.set(0);
    for (int from = 0; from < all; from += size) {
      LockSupport.parkNanos(ANSWER.toNanos());
      ((Cancellation) cancellation).check();
      List<T> page = IntStream.range(from, Math.min(all, from + size)).mapToObj(one).toList();
      if (firstPage.compareAndSet(0, System.nanoTime())) {
        onFirstPage.run();
      }
      ((Consumer<List<T>>) taker).accept(page);
    }
    return null;
  }

  /** Every fourth is in another region. */
  private static KeyStore vault(int number) {
    String name = "kv-%s-%05d".formatted(number % 2 == 0 ? "orders" : "ledger", number);
    return new KeyStore(
        new ResourceId(SUBSCRIPTION, "rg-" + number % 50, ResourceId.VAULT, name),
        KeyStore.Kind.KEY_VAULT,
        number % 4 == 3 ? "westeurope" : "eastus",
        name + ".vault.azure.net",
        "facade00-0000-4000-a000-000000000001",
        new KeyStore.Protection(true, true, 90),
        true,
        List.of(),
        false,
        KeyStore.Network.ALL);
  }

  private static Key key(int number) {
    KeyIdentifier id =
        KeyIdentifier.of(
            "https://kv-orders-00000.vault.azure.net/keys/%s-kek-%05d"
                .formatted(number % 2 == 0 ? "orders" : "ledger", number));
    return new Key(
        id,
        "",
        0,
        List.of(),
        new Key.Life(
            number % 10 != 9, Instant.EPOCH, Optional.empty(), Optional.empty()));
  }

  private static Key whole(KeyIdentifier id) {
    LockSupport.parkNanos(ANSWER.toNanos());
    boolean curve = id.key().endsWith("7");
    return new Key(
        id,
        curve ? "EC" : "RSA",
        curve ? 0 : 4096,
        List.of("wrapKey", "unwrapKey"),
        new Key.Life(true, Instant.EPOCH, Optional.empty(), Optional.empty()));
  }
}
