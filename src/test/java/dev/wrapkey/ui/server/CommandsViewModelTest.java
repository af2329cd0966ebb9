package dev.wrapkey.ui.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wrapkey.provisioning.CloudFailure;
import dev.wrapkey.provisioning.Retry;
import dev.wrapkey.provisioning.ServerLifecycle;
import dev.wrapkey.provisioning.ServerLifecycle.Act;
import dev.wrapkey.ui.Practice;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class CommandsViewModelTest {

  @RegisterExtension static final Practice PRACTICE = new Practice();

  private final List<String> gone = new ArrayList<>();

  private CommandsViewModel commands(String name) {
    ServerViewModel server =
        new ServerViewModel(PRACTICE.cloud(), Practice.tasks(), PRACTICE.idOf(name));
    server.refresh();
    return new CommandsViewModel(
        server,
        new ServerLifecycle(PRACTICE.cloud(), PRACTICE.time(), Retry.Policy.STANDARD),
        Practice.tasks(),
        () -> gone.add(name));
  }

  private static List<Act> possible(CommandsViewModel commands) {
    return java.util.Arrays.stream(Act.values()).filter(a -> commands.possible(a).get()).toList();
  }

  @Test
  void whatIsOfferedFollowsTheState() {
    CommandsViewModel commands = commands("orders-pg");
    assertThat(possible(commands)).containsExactly(Act.STOP, Act.RESTART, Act.DELETE);
    commands.act(Act.STOP);
    assertThat(commands.failureProperty().get()).isNull();
    assertThat(possible(commands)).containsExactly(Act.START, Act.DELETE);
    commands.act(Act.START);
    assertThat(possible(commands)).containsExactly(Act.STOP, Act.RESTART, Act.DELETE);
  }

  @Test
  void aRefusalIsShownAndTheStateReadAnew() {
    CommandsViewModel late = commands("orders-pg");
    commands("orders-pg").act(Act.STOP);
    late.act(Act.RESTART);
    assertThat(late.failureProperty().get()).isInstanceOf(CloudFailure.class);
    assertThat(possible(late)).containsExactly(Act.START, Act.DELETE);
    late.act(Act.START);
    assertThat(late.failureProperty().get()).isNull();
  }

  @Test
  void deletingNeedsTheNameAsItIs() {
    CommandsViewModel commands = commands("dev-pg");
    for (String typed : List.of("", "dev", "DEV-PG", "dev-pg ")) {
      commands.typedNameProperty().set(typed);
      assertThat(commands.confirmedProperty().get()).as(typed).isFalse();
    }
    commands.typedNameProperty().set("dev-pg");
    assertThat(commands.confirmedProperty().get()).isTrue();
    commands.act(Act.DELETE);
    assertThat(gone).containsExactly("dev-pg");
  }

  @Test
  void theDescriptionIsReadWhenAskedFor() {
    ServerViewModel server =
        new ServerViewModel(PRACTICE.cloud(), Practice.tasks(), PRACTICE.idOf("ledger-pg"));
    assertThat(server.jsonProperty().get()).isEmpty();
    server.readJson();
    assertThat(server.jsonProperty().get()).contains("\"ledger-pg\"");
    assertThat(server.subscriptionProperty().get()).isEqualTo(Practice.PRODUCTION);
    server.refresh();
    assertThat(server.subscriptionProperty().get()).isEqualTo("Practice Production");
  }
}
