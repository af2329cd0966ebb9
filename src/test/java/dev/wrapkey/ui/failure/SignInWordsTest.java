package dev.wrapkey.ui.failure;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wrapkey.provisioning.CloudFailure;
import dev.wrapkey.provisioning.CloudFailure.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whoever cannot sign in is told what to do about it. */
class SignInWordsTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "AADSTS50020",
        "AADSTS50034",
        "AADSTS50076",
        "AADSTS50079",
        "AADSTS50126",
        "AADSTS53003",
        "AADSTS65001",
        "AADSTS70020",
        "AADSTS700016",
        "AADSTS7000215",
        "AADSTS7000222",
        "AADSTS90002",
        "AzureCliNotInstalled",
        "AzureCliNotSignedIn",
        "AzureCliRefused",
        "ManagedIdentityUnavailable",
        "code_expired"
      })
  void eachReasonHasWordsOfItsOwn(String code) {
    String usual = Failures.text(new CloudFailure(Kind.SIGN_IN, "Other", "", ""));
    String text = Failures.text(new CloudFailure(Kind.SIGN_IN, code, "Words.", "c-1"));
    assertThat(text.lines().findFirst()).isNotEqualTo(usual.lines().findFirst());
    assertThat(text).contains(code).contains("Words.");
  }

  @Test
  void aRefusalOfTheServiceKeepsItsUsualWords() {
    CloudFailure service =
        new CloudFailure(Kind.INVALID, "CMKInvalidEncryptionParameters", "Words.", "c-1");
    assertThat(Failures.text(service)).startsWith("Azure refused the request because");
  }
}
