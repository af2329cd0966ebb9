package dev.wrapkey.provisioning;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wrapkey.provisioning.EncryptionEdit.Field;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class EncryptionEditTest {

  private static final DataEncryption BASE =
      DataEncryption.customerManaged(Stage.KEY, Stage.IDENTITY);
  private static final ResourceId OTHER =
      new ResourceId(Stage.SUB.id(), "rg", ResourceId.IDENTITY, "id-other");

  private static DataEncryption version(String digit) {
    return DataEncryption.customerManaged(Stage.KEY.withVersion(digit.repeat(32)), Stage.IDENTITY);
  }

  @Test
  void theServicesWordOnAKeyIsNoChange() {
    EncryptionEdit edit = new EncryptionEdit(BASE.withStatus("Valid"), version("a"));
    assertThat(edit.isOvertakenBy(BASE.withStatus("Invalid"))).isFalse();
  }

  @Test
  void letterCaseIsNoChange() {
    ResourceId shouted = new ResourceId(Stage.SUB.id(), "RG", ResourceId.IDENTITY, "ID-ORDERS");
    EncryptionEdit edit = new EncryptionEdit(BASE, version("a"));
    assertThat(edit.isOvertakenBy(DataEncryption.customerManaged(Stage.KEY, shouted))).isFalse();
  }

  @Test
  void everyFieldCountsAsAChange() {
    EncryptionEdit edit = new EncryptionEdit(BASE, version("a"));
    GeoEncryption geo = new GeoEncryption(Stage.KEY, OTHER, Optional.empty());
    assertThat(edit.isOvertakenBy(version("b"))).isTrue();
    assertThat(edit.isOvertakenBy(DataEncryption.customerManaged(Stage.KEY, OTHER))).isTrue();
    assertThat(edit.isOvertakenBy(BASE.withGeo(Optional.of(geo)))).isTrue();
    assertThat(edit.isOvertakenBy(DataEncryption.serviceManaged())).isTrue();
    assertThat(
            edit.isOvertakenBy(
                DataEncryption.customerManaged(Stage.KEY.versionless(), Stage.IDENTITY)))
        .isTrue();
  }

  @Test
  void theSameWishIsNotOvertaken() {
    assertThat(new EncryptionEdit(BASE, version("a")).isOvertakenBy(version("a"))).isFalse();
  }

  @Test
  void threeValuesAreTold() {
    DataEncryption theirs = DataEncryption.customerManaged(version("b").key().orElseThrow(), OTHER);
    assertThat(new EncryptionEdit(BASE, version("a")).against(theirs))
        .containsExactly(
            new EncryptionEdit.Difference(
                Field.IDENTITY,
                Stage.IDENTITY.toString(),
                OTHER.toString(),
                Stage.IDENTITY.toString()),
            new EncryptionEdit.Difference(
                Field.KEY,
                Stage.KEY.toString(),
                version("b").key().orElseThrow().toString(),
                version("a").key().orElseThrow().toString()));
  }

  @Test
  void itIsToldWhoHasChangedWhat() {
    DataEncryption theirs = DataEncryption.customerManaged(version("b").key().orElseThrow(), OTHER);
    assertThat(new EncryptionEdit(BASE, version("a")).against(theirs))
        .extracting(EncryptionEdit.Difference::by)
        .containsExactly(EncryptionEdit.By.THEIRS, EncryptionEdit.By.BOTH);
    assertThat(new EncryptionEdit(BASE, version("a")).against(BASE))
        .extracting(EncryptionEdit.Difference::by)
        .containsExactly(EncryptionEdit.By.MINE);
  }
}
