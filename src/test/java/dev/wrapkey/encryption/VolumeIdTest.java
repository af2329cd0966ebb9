package dev.wrapkey.encryption;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;

@Isolated // it sets the locale of all
class VolumeIdTest {

  @Test
  void theServerIsComparedWithoutLetterCaseAndTheKindWithIt() {
    assertThat(new VolumeId("/Subscriptions/A/Servers/B", "data"))
        .isEqualTo(new VolumeId("/subscriptions/a/servers/b", "data"));
    assertThat(new VolumeId("/s/a", "data")).isNotEqualTo(new VolumeId("/s/a", "Data"));
  }

  @Test
  void theLanguageOfTheComputerDoesNotChangeTheServer() {
    Locale before = Locale.getDefault();
    try {
      Locale.setDefault(Locale.forLanguageTag("tr"));
      assertThat(new VolumeId("/S/I", "data").serverId()).isEqualTo("/s/i");
    } finally {
      Locale.setDefault(before);
    }
  }

  @Test
  void whatDoesNotFitTheHeaderIsRefused() {
    assertThat(new VolumeId("s".repeat(510), "k".repeat(62)).serverId()).hasSize(510);
    assertThatThrownBy(() -> new VolumeId("s".repeat(511), "data"))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new VolumeId("/s/a", "k".repeat(63)))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new VolumeId("ü".repeat(256), "data"))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new VolumeId("", "data")).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new VolumeId("/s/a", " "))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
