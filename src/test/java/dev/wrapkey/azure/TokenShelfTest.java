package dev.wrapkey.azure;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wrapkey.signin.SignIn.TokenStore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIfEnvironmentVariable;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

/** Where tokens stay on a computer on which no key ring can be open. */
class TokenShelfTest {

  @Test
  @EnabledOnOs(OS.LINUX)
  @DisabledIfEnvironmentVariable(
      named = "DBUS_SESSION_BUS_ADDRESS",
      matches = ".+",
      disabledReason = "somebody's own key ring is no place for a test")
  void withoutAKeyRingTokensStayInMemoryAndSomebodyIsToldWhy() {
    TokenStore store = TokenShelf.ofThisComputer().store();
    assertThat(store.kept()).isFalse();
    assertThat(store.where()).isEqualTo("memory");
    assertThat(store.why()).isNotEmpty();
  }
}
