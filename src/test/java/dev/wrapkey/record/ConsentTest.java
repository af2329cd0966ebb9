package dev.wrapkey.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wrapkey.provisioning.Cancellation;
import dev.wrapkey.provisioning.Change;
import dev.wrapkey.provisioning.Cloud;
import dev.wrapkey.provisioning.CloudFailure;
import dev.wrapkey.provisioning.ResourceId;
import dev.wrapkey.provisioning.Retry;
import dev.wrapkey.provisioning.Servers;
import dev.wrapkey.record.Consent.Act;
import dev.wrapkey.ui.Practice;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

class ConsentTest {

  @RegisterExtension static final Practice PRACTICE = new Practice();

  private final List<Act> asked = new ArrayList<>();
  @TempDir private Path folder;
  private ChangeRecord changes;
  private boolean answer;
  private Cloud cloud;

  @BeforeEach
  void open() {
    changes = new ChangeRecord(folder, PRACTICE.time(), UUID::randomUUID);
    cloud =
        Recording.over(
            PRACTICE.cloud(),
            "Azure",
            changes,
            act -> {
              asked.add(act);
              return answer;
            });
  }

  private static ResourceId ledger() {
    return ResourceId.server(Practice.PRODUCTION, "rg-orders", "ledger-pg");
  }

  @Test
  void whatIsNotWantedIsNeitherDoneNorRecorded() {
    assertThatThrownBy(() -> cloud.servers().delete(ledger()))
        .isInstanceOfSatisfying(
            CloudFailure.class, why -> assertThat(why.code()).isEqualTo("NotConfirmed"));
    assertThat(asked)
        .containsExactly(new Act("Servers.delete", Change.Weight.FINAL, ledger().toString()));
    assertThat(changes.read().lines()).isEmpty();
    assertThat(PRACTICE.server("ledger-pg").state()).isEqualTo("Ready");
  }

  @Test
  void whatCanBeTakenBackIsNotAskedFor() {
    cloud.directory().createResourceGroup(Practice.PRODUCTION, "rg-light", "eastus");
    assertThat(asked).isEmpty();
    assertThat(changes.read().lines()).isNotEmpty();
  }

  @Test
  void readingIsNotAskedFor() {
    assertThat(cloud.servers().list(Practice.PRODUCTION)).isNotEmpty();
    assertThat(asked).isEmpty();
  }

  @Test
  void whatIsTriedAgainIsAskedForOnce() {
    answer = true;
    CloudFailure busy = new CloudFailure(CloudFailure.Kind.BUSY, "ServerIsBusy", "", "");
    Retry retry = new Retry(PRACTICE.time(), Retry.Policy.STANDARD, (_, _, _) -> {});
    Act act = new Act("Servers.start", Change.Weight.COSTS, ledger().toString());
    Consent consent =
        wanted -> {
          asked.add(wanted);
          return answer;
        };
    Order order = new Order(act.act(), mark("start"), List.of(ledger()));
    int[] tries = {0};
    boolean done =
        retry.call(
            new Cancellation(),
            () -> {
              Consent.demand(consent, order);
              if (++tries[0] < 3) {
                throw busy;
              }
              return true;
            });
    assertThat(done).isTrue();
    assertThat(asked).containsExactly(act);

    Consent.demand(consent, order);
    assertThat(asked).as("another time is asked for again").hasSize(2);
  }

  private static Change mark(String method) {
    return Stream.of(Servers.class.getMethods())
        .filter(each -> each.getName().equals(method))
        .map(each -> each.getAnnotation(Change.class))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void whatIsWantedIsDone() {
    answer = true;
    ResourceId identity =
        new ResourceId(Practice.PRODUCTION, "rg-orders", ResourceId.IDENTITY, "id-passing");
    cloud.identities().create(identity, "eastus");
    cloud.identities().delete(identity);
    assertThat(asked).extracting(Act::act).containsExactly("Identities.delete");
    assertThatThrownBy(() -> cloud.identities().get(identity)).isInstanceOf(CloudFailure.class);
  }
}
