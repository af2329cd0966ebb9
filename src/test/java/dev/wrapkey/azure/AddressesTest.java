package dev.wrapkey.azure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.wrapkey.provisioning.CloudFailure;
import dev.wrapkey.provisioning.ResourceId;
import dev.wrapkey.provisioning.RunningOperation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AddressesTest {

  private static final String HOME = "https://management.azure.com/";
  private static final String SUB = "facade00-0000-4000-a000-0000000000a1";
  private static final ResourceId SERVER = ResourceId.server(SUB, "rg-orders", "orders-pg");

  private final Wire wire = new Wire();

  @ParameterizedTest
  @CsvSource({
    "https://h/a/East US/b?x=1&y=a%2Bb, https://h/a/East%20US/b?x=1&y=a%2Bb",
    "https://h/Grüße, https://h/Gr%C3%BC%C3%9Fe",
    "https://h/100%/%zz/%4, https://h/100%25/%25zz/%254",
    "https://h/(a)-_.~!$&'*;=:@[b], https://h/(a)-_.~!$&'*;=:@[b]",
    "'https://h/a\"b<c>\\^`{|}', https://h/a%22b%3Cc%3E%5C%5E%60%7B%7C%7D",
  })
  void onlyWhatAnAddressMayNotHaveIsEncodedAndNothingTwice(String address, String sent) {
    assertThat(Addresses.escaped(address)).isEqualTo(sent);
    assertThat(Addresses.escaped(sent)).isEqualTo(sent);
  }

  @Test
  void aReferralWithoutHostStaysWithTheService() {
    assertThat(Addresses.referral("/subscriptions/s?x=1", HOME, "Foreign"))
        .hasToString("https://management.azure.com/subscriptions/s?x=1");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://example.com/steal",
        "http://management.azure.com/plain",
        "https://management.azure.com@example.com/",
        "//example.com/",
        "https://management.azure.com\\@example.com/",
        "mailto:somebody",
        "https://[/",
      })
  void anybodyElseIsRefusedAsAFailureOfTheService(String address) {
    CloudFailure failure =
        catchThrowableOfType(
            CloudFailure.class, () -> Addresses.referral(address, HOME, "ForeignPage"));
    assertThat(failure.code()).isEqualTo("ForeignPage");
    assertThat(failure.kind()).isEqualTo(CloudFailure.Kind.SERVICE);
  }

  // As the service for servers answers DELETE, recorded with 2022-12-01.
  @Test
  void anOperationInARegionWrittenWithASpaceIsFollowed() {
    String status = "locations/East%sUS/azureAsyncOperation/7?api-version=2022-12-01";
    wire.then(Wire.answer(202, "").with("Azure-AsyncOperation", HOME + status.formatted(" ")))
        .then(200, "{\"name\":\"7\",\"status\":\"Succeeded\"}");

    RunningOperation operation = wire.cloud().servers().delete(SERVER);

    assertThat(operation.poll()).isTrue();
    assertThat(wire.asked.getLast().url()).isEqualTo(HOME + status.formatted("%20"));
    assertThat(operation.receipt().orElseThrow().url()).isEqualTo(wire.asked.getLast().url());
  }

  @Test
  void aResourceGroupMayHaveLettersBeyondAscii() {
    for (int scope = 0; scope < 3; scope++) {
      wire.then(200, "{\"value\":[]}");
    }
    ResourceId server = ResourceId.server(SUB, "rg Grüße", "orders-pg");
    wire.cloud().safeguards().locks(server);
    assertThat(wire.asked).isNotEmpty();
    assertThat(wire.asked)
        .extracting(Wire.Asked::url)
        .allSatisfy(url -> assertThat(url).matches("\\p{ASCII}*"))
        .anySatisfy(url -> assertThat(url).contains("Gr%C3%BC%C3%9Fe"));
  }
}
