package dev.wrapkey.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wrapkey.provisioning.Cancellation;
import dev.wrapkey.provisioning.NetworkMaking;
import dev.wrapkey.provisioning.ResourceId;
import dev.wrapkey.provisioning.Server;
import dev.wrapkey.provisioning.VirtualNetwork;
import dev.wrapkey.ui.OnScreen;
import dev.wrapkey.ui.Person;
import dev.wrapkey.ui.Practice;
import dev.wrapkey.ui.Screens;
import dev.wrapkey.ui.control.Theme;
import dev.wrapkey.ui.picture.Pictures;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Scene;
import javafx.scene.control.Labeled;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.testfx.framework.junit5.Start;

/** The Networking and Tags tabs through the real window, down to servers in the practice cloud. */
@OnScreen
class NetworkingScreenTest extends WizardScreen {

  @Start
  void start(Stage newStage) {
    begin(newStage);
  }

  private static ResourceId id(String type, String name) {
    return new ResourceId(Practice.PRODUCTION, "rg-orders", type, name);
  }

  private static VirtualNetwork network(String name, String region, boolean delegated) {
    return new NetworkMaking(PRACTICE.cloud(), PRACTICE.time())
        .network(
            region,
            "10.8.0.0/16",
            new NetworkMaking.SubnetOrder(
                id(ResourceId.SUBNET, name + "/apps"), "10.8.0.0/24", delegated),
            new Cancellation());
  }

  /** The window a person at a desk has; the other pictures are of the smallest one. */
  private void wide(String picture) {
    Person.act(
        () -> {
          stage.setWidth(1280);
          stage.setHeight(800);
        });
    person.picture(picture + "-wide");
    Person.act(
        () -> {
          stage.setWidth(Screens.WIDTH);
          stage.setHeight(Screens.HEIGHT);
        });
  }

  private void create() {
    person.click("tab-review");
    person.sees("Validation passed");
    person.click("create");
  }

  private void pictureOfQuestion() {
    for (Theme theme : Theme.values()) {
      Person.act(
          () -> {
            Scene scene = person.node("firewall-return").orElseThrow().getScene();
            theme.apply(scene);
            Path file = Path.of("target", "screens", "firewall-question-" + theme.name() + ".png");
            try {
              Pictures.write(scene.snapshot(null), file);
            } catch (IOException e) {
              throw new UncheckedIOException(e);
            }
          });
    }
  }

  @Test
  void aServerWithPrivateAccessIsMadeWithASubnetAndAZoneCreatedOnTheWay() {
    network("vnet-elsewhere", "westus", true);
    network("vnet-plain", "eastus", false);
    fillBasics("hidden-pg");
    person.click("tab-networking");
    person.click("method-private");
    person.sees("virtual networks in this subscription can be used. Why not the others?");
    person.click("networks-left-out");
    person.sees("The location of Vnet should be same as the location of the server");
    person.picture("networking-private");
    person.click("new-network");
    person.sees("This is created at once");
    person.picture("networking-new-network");
    person.write("new-subnet-range", "10.0.0.0/30");
    person.sees("Provide an IPv4 range");
    person.write("new-subnet-range", "10.0.0.0/26");
    person.click("network-create");
    person.await("the pane to go", () -> person.node("network-create").isEmpty());
    person.sees("vnet-hidden-pg");
    person.sees("snet-hidden-pg");
    person.click("new-zone");
    person.picture("networking-new-zone");
    person.click("zone-create");
    person.await("the pane to go", () -> person.node("zone-create").isEmpty());
    person.sees("hidden-pg.private.postgres.database.azure.com");
    person.picture("networking-private-chosen");
    wide("networking-private");
    person.click("tab-review");
    person.sees("Validation passed");
    assertThat(person.seen())
        .contains("Private access (VNet Integration)", "snet-hidden-pg")
        .doesNotContain("Firewall rules");
    person.picture("review-private");
    person.click("create");
    person.sees("Your deployment is complete");
    person.picture("deployment-private");

    Server made = PRACTICE.server("hidden-pg");
    assertThat(made.state()).isEqualTo("Ready");
    assertThat(made.setup().network().subnet())
        .contains(id(ResourceId.SUBNET, "vnet-hidden-pg/snet-hidden-pg"));
    ResourceId zone = id(ResourceId.PRIVATE_ZONE, "hidden-pg.private.postgres.database.azure.com");
    assertThat(made.setup().network().zone()).contains(zone);
    assertThat(PRACTICE.cloud().networks().links(zone))
        .extracting(link -> link.network().name())
        .containsExactly("vnet-hidden-pg");
  }

  @Test
  void aServerWithPublicAccessIsMadeWithThisAddressAndAPrivateEndpoint() {
    VirtualNetwork apps = network("vnet-apps", "eastus", false);
    fillBasics("reached-pg");
    person.click("tab-networking");
    person.sees("+ Add current client IP address ( 203.0.113.7 )");
    person.picture("networking-public");
    person.click("add-client");
    person.await("a second row", () -> person.node("rule-name-1").isPresent());
    assertThat(person.usable("add-client")).as("greyed after use").isEmpty();
    person.picture("networking-client-added");
    wide("networking-public");
    person.click("add-endpoint");
    person.sees("privatelink.postgres.database.azure.com");
    person.pick("endpoint-network", "vnet-apps");
    person.pick("endpoint-subnet", "apps");
    person.picture("networking-endpoint");
    person.click("endpoint-add");
    person.await("the pane to go", () -> person.node("endpoint-add").isEmpty());
    person.sees("reached-pg-pe");
    person.click("endpoint-table");
    person.picture("networking-endpoint-added");
    create();
    person.sees("Your deployment is complete");
    person.picture("deployment-endpoint");

    ResourceId endpoint = id(ResourceId.PRIVATE_ENDPOINT, "reached-pg-pe");
    assertThat(PRACTICE.cloud().networks().endpoint(endpoint).orElseThrow().target())
        .contains(PRACTICE.idOf("reached-pg"));
    List<VirtualNetwork> all = new ArrayList<>();
    PRACTICE.cloud().networks().list(Practice.PRODUCTION, new Cancellation(), all::addAll);
    assertThat(all)
        .filteredOn(n -> n.id().equals(apps.id()))
        .flatExtracting(n -> n.subnets().getFirst().occupants())
        .containsExactly(endpoint.toString());
  }

  @Test
  void withoutARuleTheQuestionIsAskedAndLeadsBackOrOn() {
    fillBasics("lonely-pg");
    create();
    person.sees("Configure IP address in firewall rules");
    pictureOfQuestion();
    person.click("firewall-return");
    person.await("the tab", () -> person.node("rule-name-0").isPresent());
    assertThat(person.node("firewall-return")).isEmpty();
    create();
    person.sees("You need to configure at least one IP address");
    person.click("firewall-create");
    person.sees("Your deployment is complete");
    assertThat(PRACTICE.server("lonely-pg").state()).isEqualTo("Ready");
  }

  @Test
  void escapeAtTheQuestionLeadsBackToTheRules() {
    fillBasics("escaped-pg");
    create();
    person.sees("Configure IP address in firewall rules");
    person.await("focus", () -> person.node("firewall-create").isPresent());
    person.type(KeyCode.ESCAPE);
    person.await("the tab", () -> person.node("rule-name-0").isPresent());
  }

  @Test
  void wrongRulesAndTheWholeInternetAreTold() {
    fillBasics("wrong-pg");
    person.click("tab-networking");
    person.click("allow-all");
    person.sees("every address of the internet");
    person.click("azure-services");
    person.sees("subscriptions of other customers");
    person.write("rule-name-1", "a b");
    person.write("rule-start-1", "10.0.0.9");
    person.write("rule-end-1", "10.0.0.1");
    person.sees("A firewall rule name needs");
    person.picture("networking-problems");
    person.click("delete-rule-name-1");
    person.await("no complaint", () -> !person.reads("A firewall rule name needs"));
  }

  @Test
  void aPlaceThatIsNotChosenYetIsToldOf() {
    person.click("tab-networking");
    person.sees("Choose a subscription and a region on the Basics tab first.");
    assertThat(person.usable("add-endpoint")).isEmpty();
    person.click("method-private");
    person.sees("they decide which networks can be used");
    person.picture("networking-unlocated");
    person.click("tab-review");
    person.sees("Validation failed");
  }

  @Test
  void tagsSayWhatTheyBelongToAndAreCompared() {
    person.click("tab-tags");
    person.write("tag-name-0", "Owner");
    person.write("tag-value-0", "orders");
    person.write("tag-name-1", "owner");
    person.write("tag-value-1", "sales");
    person.sees("The tag name owner is used twice");
    person.picture("tags-problems");
    person.write("tag-name-1", "stage");
    person.await("no complaint", () -> !person.reads("is used twice"));
    assertThat(person.seen()).contains("Resource", "Server");
    assertThat(((Labeled) person.node("tab-tags").orElseThrow()).getText()).isEqualTo("Tags");
    wide("tags");
    person.click("delete-tag-name-0");
    person.await("the row to go", () -> !person.reads("Owner"));
    assertThat(person.seen()).contains("stage", "sales");
  }
}
