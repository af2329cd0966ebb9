package dev.wrapkey.ui.create.basics;

import dev.wrapkey.provisioning.Region;
import dev.wrapkey.provisioning.Subscription;
import dev.wrapkey.ui.Drafts;
import dev.wrapkey.ui.Practice;
import dev.wrapkey.ui.task.Tasks;
import dev.wrapkey.ui.wizard.Draft;
import dev.wrapkey.ui.wizard.RegionOffers;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;

/** The form of Basics over a practice cloud, and a hand to fill it. */
abstract class BasicsForm {

  static final String PASSWORD = "Canary-4711-x";

  final Draft draft = Drafts.blank();
  final RegionOffers offers = new RegionOffers(practice().cloud().directory(), Practice.tasks());
  final List<String> opened = new ArrayList<>();
  BasicsViewModel basics;

  /** A practice cloud of each class's own. */
  abstract Practice practice();

  @BeforeEach
  void fresh() {
    basics = entered(Practice.tasks());
  }

  BasicsViewModel entered(Tasks tasks) {
    BasicsViewModel fresh =
        new BasicsViewModel(
            practice().cloud(),
            tasks,
            draft,
            practice().time(),
            offers,
            () -> opened.add("compute"));
    fresh.enter();
    return fresh;
  }

  void subscribe(String name) {
    basics.subscriptionProperty().set(subscription(name));
  }

  Subscription subscription(String name) {
    return basics.subscriptions().items().stream()
        .filter(s -> s.name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  void place(String group, String region) {
    subscribe("Practice Production");
    basics.groupProperty().set(new GroupChoice(group, false));
    basics.regionProperty().set(region(region));
  }

  Region region(String name) {
    return basics.regions().items().stream()
        .filter(r -> r.name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  void fill() {
    place("rg-orders", "eastus");
    basics.name().set("basics-pg");
    basics.authentication().login().set("ordersadmin");
    basics.authentication().password().set(PASSWORD);
    basics.authentication().confirmation().set(PASSWORD);
  }

  static String problem(dev.wrapkey.ui.wizard.Input input) {
    return input.problemProperty().get();
  }
}
