package dev.wrapkey.ui.inside;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wrapkey.encryption.Inspector;
import dev.wrapkey.provisioning.Cancellation;
import dev.wrapkey.provisioning.DataEncryption;
import dev.wrapkey.provisioning.KeyChange;
import dev.wrapkey.provisioning.KeyIdentifier;
import dev.wrapkey.provisioning.Outcome;
import dev.wrapkey.provisioning.ResourceId;
import dev.wrapkey.provisioning.Retry;
import dev.wrapkey.ui.Practice;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** A look inside a server of a practice cloud of each test's own. */
abstract class InsideScene {

  // docs/volume-format.md: sealing adds 44 bytes to a page
  static final int SEALED = 8192 + 44;

  Practice practice;
  InsideViewModel inside;

  @BeforeEach
  void open() {
    practice = Practice.opened();
    inside = looking(practice.idOf("orders-pg"));
  }

  @AfterEach
  void close() {
    practice.close();
  }

  InsideViewModel looking(ResourceId server) {
    InsideViewModel fresh = new InsideViewModel(practice.inspector(), Practice.tasks(), server);
    fresh.refresh();
    return fresh;
  }

  Inspector.Storage storage() {
    return inside.storageProperty().get().orElseThrow();
  }

  Inspector.Page page() {
    return inside.shownProperty().get().orElseThrow();
  }

  void rotate() {
    KeyIdentifier newest = practice.newest("kv-orders-eastus", "orders-kek");
    DataEncryption wanted =
        DataEncryption.customerManaged(newest, practice.identity("id-orders-eastus").id());
    assertThat(
            new KeyChange(practice.cloud(), practice.time(), Retry.Policy.STANDARD)
                .run(practice.idOf("orders-pg"), wanted, event -> {}, new Cancellation()))
        .isInstanceOf(Outcome.Succeeded.class);
  }

  static String latin(byte[] bytes) {
    return new String(bytes, StandardCharsets.ISO_8859_1);
  }
}
