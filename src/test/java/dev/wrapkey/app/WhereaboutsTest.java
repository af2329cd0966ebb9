package dev.wrapkey.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wrapkey.provisioning.KeyIdentifier;
import dev.wrapkey.provisioning.Subscription;
import dev.wrapkey.ui.Practice;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class WhereaboutsTest {

  @RegisterExtension static final Practice PRACTICE = new Practice();

  private static KeyIdentifier key(String store) {
    return KeyIdentifier.of("https://" + store + ".vault.azure.net/keys/orders-kek");
  }

  @Test
  void aKeyIsFoundInTheSubscriptionOfItsStoreAlsoWhereAnotherOneCannotBeRead() {
    Subscription gone = new Subscription("facade00-0000-4000-a000-0000000000ff", "Gone");
    Subscription production = new Subscription(Practice.PRODUCTION, "Practice Production");
    Whereabouts whereabouts = new Whereabouts(PRACTICE.cloud(), List.of(gone, production));
    assertThat(whereabouts.of(key("kv-orders-eastus"))).contains(production);
    assertThat(whereabouts.of(key("kv-of-somebody-else"))).isEmpty();
  }
}
