package dev.wrapkey.record;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wrapkey.provisioning.Change;
import dev.wrapkey.provisioning.Cloud;
import dev.wrapkey.provisioning.RunningOperation;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** No method of the port changes something without a mark: what has no mark is known to read. */
class PortMarksTest {

  /** Methods that only ask. Whoever adds one to the port says here, or by a mark, what it does. */
  private static final List<String> READERS =
      List.of(
          "Directory.offer",
          "Directory.regions",
          "Directory.resourceGroups",
          "Directory.signedIn",
          "Directory.subscriptions",
          "Identities.get",
          "Identities.list",
          "KeyLife.deleted",
          "KeyLife.findDeleted",
          "KeyLife.policy",
          "KeyStores.get",
          "KeyStores.keys",
          "KeyStores.list",
          "KeyStores.rights",
          "KeyStores.versions",
          "KeyUsers.list",
          "Networks.clientAddress",
          "Networks.endpoint",
          "Networks.find",
          "Networks.links",
          "Networks.list",
          "Networks.zones",
          "NewVaults.get",
          "NewVaults.ownRights",
          "NewVaults.refusalOfName",
          "Safeguards.grants",
          "Safeguards.isLogged",
          "Safeguards.locks",
          "Safeguards.ownActions",
          "Safeguards.permits",
          "Safeguards.tenant",
          "Safeguards.vault",
          "Safeguards.wrapsAndUnwraps",
          "Servers.backups",
          "Servers.federatedClient",
          "Servers.firewallRules",
          "Servers.follow",
          "Servers.get",
          "Servers.json",
          "Servers.list",
          "Servers.refusalOfName",
          "Servers.replicas",
          "Servers.whereabouts",
          "StoreLife.deleted",
          "Watch.actionGroups",
          "Watch.activity",
          "Watch.alertRules",
          "Watch.health");

  static Stream<Method> methods() {
    return Arrays.stream(Cloud.class.getMethods())
        .map(Method::getReturnType)
        .flatMap(part -> Arrays.stream(part.getMethods()))
        .filter(method -> method.getDeclaringClass() != Object.class);
  }

  private static String name(Method method) {
    return method.getDeclaringClass().getSimpleName() + "." + method.getName();
  }

  @ParameterizedTest
  @MethodSource("methods")
  void aMethodIsMarkedAsAChangeOrKnownToRead(Method method) {
    boolean marked = method.isAnnotationPresent(Change.class);
    assertThat(marked).as(name(method)).isNotEqualTo(READERS.contains(name(method)));
  }

  @ParameterizedTest
  @MethodSource("methods")
  void whatStartsAnOperationIsAChange(Method method) {
    if (method.getReturnType() == RunningOperation.class && !method.getName().equals("follow")) {
      assertThat(method.isAnnotationPresent(Change.class)).as(name(method)).isTrue();
    }
  }

  @Test
  void everyKnownReaderIsThere() {
    assertThat(methods().map(PortMarksTest::name)).containsAll(READERS);
  }

  @Test
  void aPartOfThePortHasAnInterfaceSoThatItCanBeRecorded() {
    assertThat(Cloud.class.getMethods()).allMatch(method -> method.getReturnType().isInterface());
  }
}
