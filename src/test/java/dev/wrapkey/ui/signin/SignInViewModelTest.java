package dev.wrapkey.ui.signin;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wrapkey.provisioning.CloudFailure;
import dev.wrapkey.provisioning.Secret;
import dev.wrapkey.signin.AzurePlace;
import dev.wrapkey.signin.SignedIn;
import dev.wrapkey.signin.Way;
import dev.wrapkey.ui.InMemory;
import dev.wrapkey.ui.Practice;
import dev.wrapkey.ui.signin.PlaceForm.Which;
import dev.wrapkey.ui.signin.WayForm.Kind;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SignInViewModelTest {

  private static final String CLIENT = "11111111-2222-4333-8444-555555555555";
  private static final String CANARY = "Canary-51gn1n-5ecret";

  @RegisterExtension static final Practice PRACTICE = new Practice();

  private final InMemory memory = new InMemory();
  private final List<SignedIn> entered = new ArrayList<>();
  private final Scripted door = new Scripted(PRACTICE.cloud());
  private SignInViewModel page = page();
  @TempDir private Path folder;

  private SignInViewModel page() {
    return new SignInViewModel(door, Practice.tasks(), memory, entered::add);
  }

  private void principal() {
    page.way().kindProperty().set(Kind.CLIENT_SECRET);
    page.way().tenant().set("contoso.onmicrosoft.com");
    page.way().client().set(CLIENT);
    page.way().secret().set(CANARY);
  }

  @Test
  void aFreshPageSignsInToPublicAzureByBrowser() {
    page.submit();
    assertThat(door.wishes)
        .containsExactly(
            new dev.wrapkey.signin.SignIn.Wish(
                AzurePlace.PUBLIC, new Way.Browser(), Optional.empty()));
    assertThat(entered).hasSize(1);
  }

  @Test
  void whoIsRememberedIsNotAskedAgain() {
    door.remembers = true;
    page.submit();
    assertThat(door.wishes).isEmpty();
    assertThat(entered).hasSize(1);
  }

  @Test
  void anotherAccountIsAskedForThoughOneIsRemembered() {
    door.remembers = true;
    page.afreshProperty().set(true);
    page.submit();
    assertThat(door.reminders).isEmpty();
    assertThat(door.wishes).hasSize(1);
  }

  @Test
  void aServicePrincipalSignsInWithItsSecret() {
    principal();
    page.submit();
    assertThat(door.wishes.getFirst().way())
        .isEqualTo(new Way.ClientSecret(CLIENT, new Secret(CANARY)));
    assertThat(door.wishes.getFirst().tenant()).contains("contoso.onmicrosoft.com");
  }

  @Test
  void theNextPageKnowsTheChoiceButNoSecret() {
    principal();
    page.submit();
    SignInViewModel next = page();
    assertThat(next.way().kindProperty().get()).isEqualTo(Kind.CLIENT_SECRET);
    assertThat(next.way().client().text()).isEqualTo(CLIENT);
    assertThat(next.way().secret().text()).isEmpty();
    assertThat(page.way().secret().text()).isEmpty();
    assertThat(memory.toString()).doesNotContain(CANARY);
    assertThat(List.of(memory.recall("signin.secret", ""), memory.recall("signin.password", "")))
        .containsOnly("");
  }

  @Test
  void nothingIsAskedForWhileSomethingIsMissing() {
    page.way().kindProperty().set(Kind.CLIENT_SECRET);
    page.submit();
    assertThat(door.wishes).isEmpty();
    assertThat(page.way().tenant().problemProperty().get()).contains("Type its ID");
    assertThat(page.way().client().problemProperty().get()).contains("GUID");
    assertThat(page.way().secret().problemProperty().get()).isNotEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"not a tenant", "contoso", "11111111-2222-4333-8444-55555555555g"})
  void aTenantIsAnIdOrADomain(String tenant) {
    page.way().tenant().set(tenant);
    page.submit();
    assertThat(door.wishes).isEmpty();
    assertThat(page.way().tenant().problemProperty().get()).isNotEmpty();
  }

  @Test
  void aCertificateIsAFileThatIsThere() throws IOException {
    page.way().kindProperty().set(Kind.CERTIFICATE);
    page.way().tenant().set("contoso.example");
    page.way().client().set(CLIENT);
    page.way().certificate().set(folder.resolve("none.pem").toString());
    page.submit();
    assertThat(door.wishes).isEmpty();
    Path file = Files.writeString(folder.resolve("app.pem"), "certificate");
    page.way().certificate().set(file.toString());
    page.way().password().set(CANARY);
    page.submit();
    assertThat(door.wishes.getFirst().way())
        .isEqualTo(new Way.ClientCertificate(CLIENT, file, new Secret(CANARY)));
    assertThat(page.way().password().text()).isEmpty();
  }

  @Test
  void aManagedIdentityMayBeTheMachinesOwn() {
    page.way().kindProperty().set(Kind.MANAGED_IDENTITY);
    page.submit();
    assertThat(door.wishes.getFirst().way()).isEqualTo(new Way.ManagedIdentity(Optional.empty()));
  }

  @ParameterizedTest
  @CsvSource({"US_GOVERNMENT, usgovcloudapi.net", "CHINA, azure.cn"})
  void theOtherCloudsHaveAddressesOfTheirOwn(Which which, String domain) {
    page.place().whichProperty().set(which);
    page.submit();
    assertThat(door.wishes.getFirst().place().vaultSuffix()).isEqualTo("vault." + domain);
  }

  @Test
  void aCustomCloudIsReachedThroughAProxyWithCertificatesOfItsOwn() throws IOException {
    Path authorities = Files.writeString(folder.resolve("ca.pem"), "pem");
    page.place().whichProperty().set(Which.CUSTOM);
    page.place().resourceManager().set("https://arm.stack.example");
    page.place().vaultSuffix().set(".Vault.stack.example");
    page.place().certificates().set(authorities.toString());
    page.place().proxy().set("http://127.0.0.1:8787");
    page.submit();
    AzurePlace place = door.wishes.getFirst().place();
    assertThat(place.isCustom()).isTrue();
    assertThat(place.resourceManager()).isEqualTo(URI.create("https://arm.stack.example/"));
    assertThat(place.vaultSuffix()).isEqualTo("vault.stack.example");
    assertThat(place.route().authorities()).contains(authorities);
    assertThat(place.route().proxy()).contains(URI.create("http://127.0.0.1:8787"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"http://arm.example", "arm.example", "https://pat:x@arm.example", "https://", "%"})
  void anAddressIsHttpsWithoutAPassword(String address) {
    page.place().whichProperty().set(Which.CUSTOM);
    page.place().resourceManager().set(address);
    page.submit();
    assertThat(door.wishes).isEmpty();
    assertThat(page.place().resourceManager().problemProperty().get()).isNotEmpty();
  }

  @Test
  void theCodeToTypeIsShownUntilItIsOver() {
    List<String> codes = new ArrayList<>();
    page.codeProperty()
        .subscribe(
            (was, now) -> {
              if (now != null) {
                codes.add(now.code());
              }
            });
    door.tells = true;
    page.way().kindProperty().set(Kind.DEVICE_CODE);
    page.submit();
    assertThat(codes).containsExactly("ABCD1234E");
    assertThat(page.codeProperty().get()).isNull();
  }

  @Test
  void aRefusalIsShownAndTheFormStays() {
    door.refusal =
        Optional.of(
            new CloudFailure(CloudFailure.Kind.SIGN_IN, "AADSTS7000215", "Invalid secret.", ""));
    principal();
    page.submit();
    assertThat(entered).isEmpty();
    assertThat(Objects.requireNonNull(page.making().failureProperty().get()).code())
        .isEqualTo("AADSTS7000215");
    assertThat(page.way().client().text()).isEqualTo(CLIENT);
    assertThat(page.making().busyProperty().get()).isFalse();
  }

  @Test
  void whereTokensStayIsTold() {
    page.look();
    assertThat(Objects.requireNonNull(page.storeProperty().get()).why())
        .isEqualTo("there is no key ring.");
  }
}
