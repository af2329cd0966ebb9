package dev.wrapkey.azure;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wrapkey.provisioning.ActionBlock;
import dev.wrapkey.provisioning.KeyStore.AccessPolicy;
import java.util.List;
import org.junit.jupiter.api.Test;

class KeyRightsTest {

  @Test
  void theEncryptionUserRoleSuffices() {
    var role =
        new ActionBlock(
            List.of(
                "Microsoft.KeyVault/vaults/keys/read",
                "Microsoft.KeyVault/vaults/keys/wrap/action",
                "Microsoft.KeyVault/vaults/keys/unwrap/action"),
            List.of());
    assertThat(KeyRights.ofDataActions(List.of(role)).suffice()).isTrue();
  }

  @Test
  void aWildcardGrantsWhatItCoversInAnyLetterCase() {
    var officer = new ActionBlock(List.of("microsoft.keyvault/VAULTS/keys/*"), List.of());
    assertThat(KeyRights.ofDataActions(List.of(officer)).suffice()).isTrue();
    var secrets = new ActionBlock(List.of("Microsoft.KeyVault/vaults/secrets/*"), List.of());
    assertThat(KeyRights.ofDataActions(List.of(secrets)).granted()).isEmpty();
  }

  @Test
  void anExceptionTakesAwayOnlyWithinItsOwnBlock() {
    var all = List.of("Microsoft.KeyVault/vaults/*");
    var noUnwrap = new ActionBlock(all, List.of("Microsoft.KeyVault/vaults/keys/unwrap/action"));
    assertThat(KeyRights.ofDataActions(List.of(noUnwrap)).granted())
        .containsExactlyInAnyOrder("get", "wrapKey");
    assertThat(
            KeyRights.ofDataActions(List.of(noUnwrap, new ActionBlock(all, List.of()))).suffice())
        .isTrue();
  }

  @Test
  void aDotInAnActionIsADot() {
    var other = new ActionBlock(List.of("MicrosoftxKeyVault/vaults/keys/read"), List.of());
    assertThat(KeyRights.ofDataActions(List.of(other)).granted()).isEmpty();
  }

  @Test
  void anAccessPolicyCountsForItsPrincipalOnly() {
    var mine = new AccessPolicy("AAAA-1", List.of("get", "wrapkey"));
    var others = new AccessPolicy("bbbb-2", List.of("all"));
    assertThat(KeyRights.ofPolicies(List.of(mine, others), "aaaa-1").granted())
        .containsExactlyInAnyOrder("get", "wrapKey");
    assertThat(KeyRights.ofPolicies(List.of(mine, others), "bbbb-2").suffice()).isTrue();
    assertThat(KeyRights.ofPolicies(List.of(mine, others), "cccc-3").granted()).isEmpty();
  }
}
