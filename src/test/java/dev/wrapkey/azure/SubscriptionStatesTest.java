package dev.wrapkey.azure;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wrapkey.provisioning.Subscription;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SubscriptionStatesTest {

  private final Wire wire = new Wire();

  @Test
  void whatRunsIsListedByNameAlsoWhereSomebodyIsLateInPaying() {
    String all =
        Stream.of("b Enabled", "c Disabled", "A Enabled", "d PastDue", "e Deleted", "f Warned")
            .map(each -> each.split(" ", 2))
            .map(
                each ->
                    "{\"subscriptionId\":\"s-%1$s\",\"displayName\":\"%1$s\",\"state\":\"%2$s\"}"
                        .formatted(each[0], each[1]))
            .collect(Collectors.joining(","));
    wire.then(200, "{\"value\":[" + all + "]}");
    assertThat(wire.cloud().directory().subscriptions())
        .extracting(Subscription::name)
        .containsExactly("A", "b", "d", "f");
  }
}
