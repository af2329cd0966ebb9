package dev.wrapkey.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wrapkey.provisioning.KeyIdentifier;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class KeyIdentifierCheckTest {

  private static final String VERSION = "0123456789abcdef0123456789abcdef";
  private static final String KEY = "https://kv-orders.vault.azure.net/keys/orders-kek";
  private static final String PORTAL =
      "Key identifier should be in the format of:"
          + " \"https://{keyvaultname}.vault.azure.net/keys/{keyname}/{versionguid}\"";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://kv-orders.vault.azure.net/keys/orders-kek",
        "https://kv-orders.vault.azure.net/keys/orders-kek/",
        "HTTPS://KV-Orders.Vault.Azure.Net/keys/Orders-KEK",
        "https://hsm1.managedhsm.azure.net/keys/k",
        "https://kv1.vault.azure.cn/keys/k",
        "https://kv1.vault.usgovcloudapi.net/keys/k",
        "https://hsm1.managedhsm.usgovcloudapi.net/keys/k",
        "https://kv1.vault.azure.net/keys/k/0123456789abcdef0123456789ABCDEF"
      })
  void uri1To3AcceptVaultsAndManagedHsmsOfAllClouds(String text) {
    assertThat(KeyIdentifierCheck.check(text, true)).isEmpty();
    assertThat(KeyIdentifier.parse(text)).isPresent();
  }

  @Test
  void uri4BeginsEveryRefusalWithThePortalsOwnSentence() {
    for (String text :
        new String[] {"", "kv1", "http://kv1.vault.azure.net/keys/k", KEY + "/1-2", KEY + "?x"}) {
      assertThat(KeyIdentifierCheck.check(text, true).orElseThrow().message())
          .startsWith(PORTAL + " ");
    }
  }

  @Test
  void uri5DemandsAVersionOnlyWithoutAutomaticUpdate() {
    assertThat(KeyIdentifierCheck.check(KEY, true)).isEmpty();
    assertThat(KeyIdentifierCheck.check(KEY + "/" + VERSION, true)).isEmpty();
    assertThat(KeyIdentifierCheck.check(KEY + "/" + VERSION, false)).isEmpty();
    Finding finding = KeyIdentifierCheck.check(KEY, false).orElseThrow();
    assertThat(finding.rule()).isEqualTo("URI-5");
    assertThat(finding.message()).startsWith(PORTAL).contains("version is missing");
    assertThat(rule(KEY + "/", false)).isEqualTo("URI-5");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "01234567-89ab-cdef-0123-456789abcdef",
        "0123456789abcdef0123456789abcde",
        "0123456789abcdef0123456789abcdef0",
        "0123456789abcdef0123456789abcdeg",
        "latest"
      })
  void uri6WantsThirtyTwoHexDigitsWithoutDashes(String version) {
    assertThat(rule(KEY + "/" + version, false)).isEqualTo("URI-6");
    assertThat(rule(KEY + "/" + version, true)).isEqualTo("URI-6");
  }

  @ParameterizedTest
  @ValueSource(strings = {"ab", "1kv", "kv--1", "kv1-", "-kv", "abcdefghijklmnopqrstuvwxy"})
  void uri7WantsALegalVaultName(String name) {
    String text = "https://" + name + ".vault.azure.net/keys/k";
    assertThat(rule(text, true)).isEqualTo("URI-7");
    assertThat(message(text)).contains("name " + name + " is not legal");
  }

  @Test
  void uri7WantsALegalKeyName() {
    assertThat(rule("https://kv1.vault.azure.net/keys/" + "k".repeat(127), true)).isEmpty();
    assertThat(rule("https://kv1.vault.azure.net/keys/" + "k".repeat(128), true))
        .isEqualTo("URI-7");
    assertThat(rule("https://kv1.vault.azure.net/keys/a.b", true)).isEqualTo("URI-7");
    assertThat(rule("https://kv1.vault.azure.net/keys/", true)).isEqualTo("URI-7");
  }

  @Test
  void uri8RefusesTheDomainOfTheDocumentsSlip() {
    assertThat(rule("https://kv1.vault.azure.com/keys/k/" + VERSION, false)).isEqualTo("URI-8");
  }

  @ParameterizedTest
  @CsvSource({
    "kv1.vault.azure.net/keys/k, https://",
    "https://kv1.vault.azure.net.evil.com/keys/k, host kv1.vault.azure.net.evil.com",
    "https://evil.com/kv1.vault.azure.net/keys/k, host evil.com",
    "https://kv1.vault.azure.net@evil.com/keys/k, The character @",
    "https://user:word@kv1.vault.azure.net/keys/k, The character @",
    "https://kv1.vault.azure.net:8443/keys/k, no port",
    "https://kv1.vault.azure.net/keys/k?api-version=7.4, The character ?",
    "https://kv1.vault.azure.net/keys/k#frag, The character #",
    "https://kv1.vault.azure.net/keys/%6b, The character %",
    "https://kv1.vault.azure.net%2eevil.com/keys/k, The character %",
    "https://kv1.vault.azure.net./keys/k, neither a key vault",
    "https://kv1.xvault.azure.net/keys/k, neither a key vault",
    "https://a.kv1.vault.azure.net/keys/k, neither a key vault",
    "https://.vault.azure.net/keys/k, not legal",
    "https://kv1.vault.azure.net/secrets/k, /keys/",
    "https://kv1.vault.azure.net, /keys/",
    "https://kv1.vault.azure.net/keys/k/0123456789abcdef0123456789abcdef/x, /keys/",
    "https://kv1.vault.azure.net//keys/k, /keys/",
    "https:\\\\kv1.vault.azure.net\\keys\\k, https://",
    "'https://kv1.vault.azure.net/keys/k ', a space",
    "https://kv1.vault.azure.net/keys/kеy, a space or another character",
    "https://kv1。vault.azure.net/keys/k, a space or another character"
  })
  void hostileAndMistypedTextsAreRefusedAndToldWhichPartIsWrong(String text, String reason) {
    assertThat(message(text)).contains(reason);
  }

  @Test
  void controlCharactersAreRefusedEverywhere() {
    String good = KEY + "/" + VERSION;
    for (int at = 0; at <= good.length(); at++) {
      for (char control : new char[] {0, '\t', '\n', '\r', 27, 127, '\u202e', '\u200b'}) {
        String text = good.substring(0, at) + control + good.substring(at);
        assertThat(KeyIdentifierCheck.check(text, true))
            .as("at %d: %d", at, (int) control)
            .isPresent();
      }
    }
  }

  @Test
  void veryLongTextsAreRefusedByTheirLength() {
    for (String piece :
        new String[] {"a", "-", "/", ".", "https://", "kv1.vault.azure.net/keys/", "\0", "0a"}) {
      String text = "https://" + piece.repeat(2_000_000 / piece.length());
      assertThat(message(text)).contains("too long");
    }
  }

  @Test
  void whateverIsAcceptedIsAnIdentifierAndSurvivesTheRoundTrip() {
    Random random = new Random(20260114);
    String alphabet = "aZ09-./:@?#% \u00e9\u0000\u212a";
    int accepted = 0;
    for (int round = 0; round < 20_000; round++) {
      StringBuilder text = new StringBuilder(KEY + "/" + VERSION);
      for (int edits = random.nextInt(3); edits > 0; edits--) {
        text.setCharAt(
            random.nextInt(text.length()), alphabet.charAt(random.nextInt(alphabet.length())));
      }
      boolean ok = KeyIdentifierCheck.check(text.toString(), false).isEmpty();
      Optional<KeyIdentifier> parsed = KeyIdentifier.parse(text.toString());
      assertThat(ok)
          .as(text.toString())
          .isEqualTo(parsed.filter(id -> id.version().isPresent()).isPresent());
      if (ok) {
        accepted++;
        assertThat(parsed.orElseThrow().toString()).isEqualToIgnoringCase(text.toString());
        assertThat(parsed.orElseThrow().host()).matches("[a-z0-9-]{3,24}\\.vault\\.azure\\.net");
      }
    }
    assertThat(accepted).isBetween(5_000, 19_000);
  }

  private static String message(String text) {
    return KeyIdentifierCheck.check(text, true).map(Finding::message).orElse("accepted");
  }

  private static String rule(String text, boolean automatic) {
    return KeyIdentifierCheck.check(text, automatic).map(Finding::rule).orElse("");
  }
}
