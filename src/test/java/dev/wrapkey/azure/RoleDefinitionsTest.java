package dev.wrapkey.azure;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.wrapkey.provisioning.Change;
import dev.wrapkey.provisioning.Cloud;
import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The role definitions in the documentation give what the program does, and hardly more. */
class RoleDefinitionsTest {

  private static final Path ROLES = Path.of("docs/roles");
  private static final String KEYS = "Microsoft.KeyVault/vaults/key";

  // Needed along with a change, by the service and not by a call of ours: joining networks, using
  // an identity, and the data-plane half of the test of a key. What the port does with a vault it
  // does with a managed HSM too, under names of its own.
  private static final Set<String> ALONG =
      Set.of(
          "Microsoft.DBforPostgreSQL/flexibleServers/privateEndpointConnectionsApproval/action",
          "Microsoft.KeyVault/locations/deletedManagedHsms/purge/action",
          "Microsoft.KeyVault/managedHSMs/delete",
          "Microsoft.KeyVault/managedHSMs/write",
          "Microsoft.KeyVault/vaults/accessPolicies/write",
          "Microsoft.KeyVault/vaults/keys/unwrap/action",
          "Microsoft.KeyVault/vaults/keys/wrap/action",
          "Microsoft.ManagedIdentity/userAssignedIdentities/assign/action",
          "Microsoft.Network/privateDnsZones/join/action",
          "Microsoft.Network/privateEndpoints/privateDnsZoneGroups/write",
          "Microsoft.Network/virtualNetworks/join/action",
          "Microsoft.Network/virtualNetworks/subnets/join/action");

  private static JsonNode role(String file) {
    try {
      return new ObjectMapper().readTree(Files.readString(ROLES.resolve(file)));
    } catch (IOException missing) {
      throw new AssertionError(missing);
    }
  }

  private static List<String> actions(String file, String kind) {
    return StreamSupport.stream(role(file).path(kind).spliterator(), false)
        .map(JsonNode::asText)
        .toList();
  }

  private static Set<String> changes() {
    return Stream.of(Cloud.class.getMethods())
        .map(Method::getReturnType)
        .flatMap(port -> Arrays.stream(port.getMethods()))
        .flatMap(method -> Stream.ofNullable(method.getAnnotation(Change.class)))
        .map(Change::value)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  @Test
  void everyChangeOfThePortStandsInARole() {
    Set<String> granted = new TreeSet<>();
    for (String file : List.of("provisioner.json", "key-officer.json")) {
      granted.addAll(actions(file, "Actions"));
      granted.addAll(actions(file, "DataActions"));
    }
    assertThat(changes()).hasSizeGreaterThan(25);
    assertThat(granted).containsAll(changes());
  }

  @Test
  void noRoleChangesWhatThePortDoesNot() {
    Set<String> wanted = new TreeSet<>(changes());
    wanted.addAll(ALONG);
    for (String file : List.of("provisioner.json", "key-officer.json")) {
      for (String kind : List.of("Actions", "DataActions")) {
        assertThat(actions(file, kind))
            .as("%s of %s", kind, file)
            .allMatch(action -> reads(action) || wanted.contains(action));
      }
    }
  }

  // Where the services say how far an operation is: recorded in the field's own conversations.
  @ParameterizedTest
  @CsvSource({
    "provisioner.json, Microsoft.DBforPostgreSQL/locations/azureAsyncOperation/read",
    "provisioner.json, Microsoft.DBforPostgreSQL/locations/operationResults/read",
    "provisioner.json, Microsoft.Network/locations/operations/read",
    "provisioner.json, Microsoft.Network/locations/operationResults/read",
    "provisioner.json, Microsoft.Network/privateDnsOperationStatuses/read",
    "provisioner.json, Microsoft.Network/privateDnsOperationResults/read",
    "key-officer.json, Microsoft.KeyVault/locations/operationResults/read",
    "key-officer.json, Microsoft.KeyVault/locations/managedHsmOperationResults/read",
  })
  void whoStartsAnOperationMayFollowIt(String file, String action) {
    assertThat(actions(file, "Actions")).contains(action);
  }

  @Test
  void theDocumentNamesTheRoleThatIsGiven() throws IOException {
    assertThat(Files.readString(Path.of("docs/real-azure.md")))
        .contains("`" + AzureRoles.ENCRYPTION_USER + "`");
  }

  @Test
  void whoReadsChangesNothing() {
    assertThat(actions("reader.json", "Actions")).allMatch(RoleDefinitionsTest::reads);
    assertThat(actions("reader.json", "DataActions")).allMatch(RoleDefinitionsTest::reads);
  }

  @Test
  void keysAreOfTheDataPlaneAndServersAreNotTheKeyOfficers() {
    for (String file : List.of("reader.json", "provisioner.json", "key-officer.json")) {
      assertThat(actions(file, "Actions")).noneMatch(action -> action.startsWith(KEYS));
      assertThat(actions(file, "DataActions")).allMatch(action -> action.startsWith(KEYS));
    }
    assertThat(actions("key-officer.json", "Actions"))
        .noneMatch(a -> a.contains("DBforPostgreSQL"));
    assertThat(actions("provisioner.json", "Actions"))
        .noneMatch(a -> a.equals("Microsoft.Authorization/roleAssignments/write"));
    assertThat(actions("provisioner.json", "DataActions")).allMatch(RoleDefinitionsTest::reads);
  }

  @ParameterizedTest
  @ValueSource(strings = {"reader.json", "provisioner.json", "key-officer.json"})
  void aRoleNamesEachActionWithoutJokersAndOnce(String file) {
    for (String kind : List.of("Actions", "DataActions")) {
      assertThat(actions(file, kind))
          .isNotEmpty()
          .doesNotHaveDuplicates()
          .allMatch(action -> action.matches("Microsoft(\\.[A-Za-z]+)+(/[A-Za-z]+)+"));
    }
    assertThat(role(file).path("IsCustom").asBoolean()).isTrue();
    assertThat(role(file).path("AssignableScopes")).hasSize(1);
  }

  private static boolean reads(String action) {
    return action.endsWith("/read") || action.endsWith("/checkNameAvailability/action");
  }
}
