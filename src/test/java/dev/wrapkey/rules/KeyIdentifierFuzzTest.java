package dev.wrapkey.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wrapkey.provisioning.KeyIdentifier;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever somebody types or pastes: nothing breaks, and what is accepted leads to a key store. */
class KeyIdentifierFuzzTest {

  private static final String VERSION = "0123456789abcdef0123456789abcdef";

  // URI-2 and URI-3: every host that requests may go to.
  private static final String ALLOWED =
      "(?!.*--)[a-z][a-z0-9-]{1,22}[a-z0-9]"
          + "\\.(vault|managedhsm)\\.(azure\\.net|azure\\.cn|usgovcloudapi\\.net)";

  private static final List<String> GOOD =
      List.of(
          "https://kv-orders.vault.azure.net/keys/orders-kek/" + VERSION,
          "https://kv-orders.vault.azure.net/keys/orders-kek",
          "https://hsm1.managedhsm.azure.net/keys/k/" + VERSION,
          "https://kv1.vault.azure.cn/keys/k",
          "https://hsm1.managedhsm.azure.cn/keys/k",
          "https://kv1.vault.usgovcloudapi.net/keys/k/" + VERSION,
          "https://hsm1.managedhsm.usgovcloudapi.net/keys/k");

  private static final List<String> HOSTILE =
      List.of(
          "",
          " ",
          "\u0000",
          "\n",
          "\r\n",
          "\t",
          "\u00a0",
          "\u200b",
          "\u200e",
          "\u202e",
          "\u2066",
          "\ufeff",
          "\u0430",
          "\u0435",
          "\u212a",
          "\u017f",
          "\u3002",
          "\uff0e",
          "\uff0f",
          "\u2044",
          "\ud83d\udd11",
          "\ud83d",
          "%00",
          "%2e",
          "%2f",
          "%40",
          "@evil.com",
          "user:word@",
          ":8443",
          ":0",
          "?api-version=7.4",
          "#fragment",
          "\\",
          "//",
          "/../",
          "/./",
          ";a=b",
          "xn--kv-9ga",
          ".evil.com",
          ".",
          "..",
          "-",
          "--",
          "https://",
          "http://",
          "file:///",
          "javascript:",
          "[::1]",
          "127.0.0.1",
          "'",
          "\"",
          "<",
          "${x}",
          "{0}",
          "keys",
          "/keys/",
          VERSION,
          "a".repeat(300),
          "\u0301");

  private static void examine(String text) {
    for (boolean automatic : new boolean[] {true, false}) {
      boolean accepted = KeyIdentifierCheck.check(text, automatic).isEmpty();
      Optional<KeyIdentifier> parsed = KeyIdentifier.parse(text);
      if (accepted) {
        assertThat(parsed).as(text).isPresent();
      }
      parsed.ifPresent(id -> requireCanonical(text, id));
    }
  }

  private static void requireCanonical(String text, KeyIdentifier id) {
    String canonical = id.toString();
    assertThat(id.host()).as(text).matches(ALLOWED);
    assertThat(KeyIdentifier.parse(canonical)).as(text).contains(id);
    assertThat(KeyIdentifierCheck.check(canonical, true)).as(text).isEmpty();
    URI uri = URI.create(canonical);
    assertThat(uri.getScheme()).isEqualTo("https");
    assertThat(uri.getHost()).as(text).isEqualTo(id.host());
    assertThat(uri.getPort()).isEqualTo(-1);
    assertThat(uri.getRawUserInfo()).isNull();
    assertThat(uri.getRawQuery()).isNull();
    assertThat(uri.getRawFragment()).isNull();
    assertThat(uri.getPath()).as(text).matches("/keys/[0-9A-Za-z-]{1,127}(/[0-9a-f]{32})?");
  }

  @Test
  void hostilePiecesAtEveryPlaceNeitherBreakAnythingNorLeadElsewhere() {
    for (String good : GOOD) {
      examine(good);
      assertThat(KeyIdentifierCheck.check(good, true)).as(good).isEmpty();
      for (String piece : HOSTILE) {
        for (int at = 0; at <= good.length(); at++) {
          examine(good.substring(0, at) + piece + good.substring(at));
          int end = Math.min(good.length(), at + Math.max(1, piece.length()));
          examine(good.substring(0, at) + piece + good.substring(end));
        }
      }
    }
  }

  @Test
  void anyCharactersInAnyOrderAreReadWithoutBreaking() {
    Random random = new Random(20261122);
    for (int round = 0; round < 60_000; round++) {
      StringBuilder text = new StringBuilder(random.nextBoolean() ? "https://" : "");
      for (int length = random.nextInt(90); length > 0; length--) {
        if (random.nextInt(4) == 0) {
          text.append(HOSTILE.get(random.nextInt(HOSTILE.size() - 2)));
        } else {
          text.append((char) random.nextInt(random.nextBoolean() ? 0x80 : 0x10000));
        }
      }
      examine(text.toString());
      examine(KeyIdentifierCheck.pasted(text.toString()));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://kv-orders.vaul\u0442.azure.net/keys/k",
        "https://kv-orders.vault.azure\u3002net/keys/k",
        "https://kv-orders.vault.azure.net\u2044keys/k",
        "https://\u202eten.eruza.tluav.sredro-vk/keys/k",
        "https://kv-orders.vault.azure.net/keys/k\u0000",
        "https://kv-orders.vault.azure.net\n.evil.com/keys/k",
        "https://xn--kv-orders-9ga.vault.azure.net/keys/k",
        "https://\u212av1.vault.azure.net/keys/k",
        "https://kv1.vault.azure.net/keys/\u017f",
        "https://kv1.vault.azure.net\\@evil.com/keys/k"
      })
  void URI_4_lookAlikesAndInvisibleMarksAreRefused(String text) {
    assertThat(KeyIdentifierCheck.check(text, true)).isPresent();
    assertThat(KeyIdentifier.parse(text)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "https://kv1.vault.azure.net/keys/k, kv1.vault.azure.net",
    "https://kv1.vault.azure.cn/keys/k, kv1.vault.azure.cn",
    "https://kv1.vault.usgovcloudapi.net/keys/k, kv1.vault.usgovcloudapi.net",
    "https://h-1.managedhsm.azure.net/keys/k, h-1.managedhsm.azure.net",
    "https://h-1.managedhsm.azure.cn/keys/k, h-1.managedhsm.azure.cn",
    "https://h-1.managedhsm.usgovcloudapi.net/keys/k, h-1.managedhsm.usgovcloudapi.net"
  })
  void URI_2_URI_3_vaultsAndManagedHsmsOfThePublicAndTheSovereignCloudsAreAccepted(
      String text, String host) {
    assertThat(KeyIdentifierCheck.check(text, true)).isEmpty();
    assertThat(KeyIdentifier.parse(text).orElseThrow().host()).isEqualTo(host);
    assertThat(KeyIdentifier.parse(text).orElseThrow().isManagedHsm())
        .isEqualTo(host.contains("managedhsm"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://kv1.vault.azure.com/keys/k",
        "https://kv1.vault.azure.de/keys/k",
        "https://kv1.managedhsm.azure.com/keys/k",
        "https://kv1.vault.usgovcloudapi.com/keys/k"
      })
  void URI_8_otherEndingsAreNoKeyStores(String text) {
    assertThat(KeyIdentifierCheck.check(text, true)).isPresent();
  }

  @Test
  void blanksThatComeAlongWhenPastedAreLeftAway() {
    String good = GOOD.getFirst();
    for (String blank : List.of(" ", "\n", "\r\n", "\t", "\u00a0", " \u2003 ", "\u3000")) {
      assertThat(KeyIdentifierCheck.pasted(blank + good + blank)).isEqualTo(good);
    }
    assertThat(KeyIdentifierCheck.pasted("\u200b" + good))
        .as("invisible, not blank")
        .isNotEqualTo(good);
    assertThat(KeyIdentifierCheck.pasted(" \u00a0\n")).isEmpty();
    assertThat(KeyIdentifierCheck.pasted("a b")).isEqualTo("a b");
  }
}
