package dev.wrapkey.azure;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wrapkey.provisioning.KeyEdit;
import dev.wrapkey.provisioning.KeyIdentifier;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What is sent when a version of a key is changed. */
class KeyEditTest {

  private static final KeyIdentifier VERSION =
      KeyIdentifier.of("https://kvx.vault.azure.net/keys/kek/0123456789abcdef0123456789abcdef");

  private final Wire wire = new Wire();

  private String sent(KeyEdit edit) {
    String key =
        """
        {"key":{"kid":"%s","kty":"RSA","n":"gAAB","e":"AQAB","key_ops":["wrapKey","unwrapKey"]},
         "attributes":{"enabled":true,"created":1700000000,"updated":1700000000}}\
        """
            .formatted(VERSION);
    wire.then(200, key).then(200, key);
    wire.cloud().keyLife().edit(VERSION, edit);
    return wire.asked.getLast().body();
  }

  @Test
  void whatMayBeDoneWithAKeyIsNotSentWhereItStays() {
    assertThat(sent(KeyEdit.enabled(false)))
        .contains("\"enabled\":false")
        .doesNotContain("key_ops");
  }

  @Test
  void whatShallBePermittedIsSent() {
    KeyEdit edit =
        new KeyEdit(
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.of(List.of("wrapKey", "unwrapKey")));
    assertThat(sent(edit)).contains("\"key_ops\":[\"wrapKey\",\"unwrapKey\"]");
  }
}
