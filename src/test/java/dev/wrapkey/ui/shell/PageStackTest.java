package dev.wrapkey.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wrapkey.ui.navigation.Page;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.layout.Region;
import org.junit.jupiter.api.Test;

class PageStackTest {

  private final List<String> entered = new ArrayList<>();
  private final PageStack stack = new PageStack();

  private Page page(String name) {
    return new Page(name, new Region(), () -> entered.add(name));
  }

  private List<String> crumbs() {
    return stack.pages().stream().map(Page::crumb).toList();
  }

  @Test
  void openingPutsAPageOnTop() {
    stack.open(page("Home"));
    stack.open(page("Create"));
    assertThat(crumbs()).containsExactly("Home", "Create");
    assertThat(entered).containsExactly("Home", "Create");
  }

  @Test
  void goingBackEntersThePageBelowAgain() {
    stack.open(page("Home"));
    stack.open(page("orders-pg"));
    stack.back();
    assertThat(crumbs()).containsExactly("Home");
    assertThat(entered).containsExactly("Home", "orders-pg", "Home");
  }

  @Test
  void homeStaysWhenThereIsNothingBelow() {
    stack.open(page("Home"));
    stack.back();
    stack.home();
    assertThat(crumbs()).containsExactly("Home");
    assertThat(entered).containsExactly("Home");
  }

  @Test
  void replacingLeavesNoWayBackToThePageBefore() {
    stack.open(page("Home"));
    stack.open(page("Create"));
    stack.replace(page("Deployment"));
    assertThat(crumbs()).containsExactly("Home", "Deployment");
  }

  @Test
  void theTrailLeadsToAnyPageBelow() {
    stack.open(page("Home"));
    stack.open(page("orders-pg"));
    stack.open(page("Data encryption"));
    stack.backTo(1);
    assertThat(crumbs()).containsExactly("Home", "orders-pg");
    stack.home();
    assertThat(crumbs()).containsExactly("Home");
  }

  private Page sticky(String name) {
    return new Page(name, new Region(), () -> entered.add(name), () -> leavable);
  }

  private boolean leavable;

  @Test
  void nobodyGoesAnywhereWhileAPageKeepsThem() {
    stack.open(page("Home"));
    stack.open(sticky("Keys"));
    stack.open(page("Other"));
    stack.replace(page("Other"));
    stack.show(page("Other"));
    stack.back();
    stack.home();
    assertThat(crumbs()).containsExactly("Home", "Keys");
    assertThat(stack.mayClose()).isFalse();
    leavable = true;
    assertThat(stack.mayClose()).isTrue();
    stack.home();
    assertThat(crumbs()).containsExactly("Home");
  }

  @Test
  void aPageBelowIsAskedToo() {
    leavable = true;
    stack.open(page("Home"));
    stack.open(sticky("Keys"));
    stack.open(page("Other"));
    leavable = false;
    stack.home();
    assertThat(crumbs()).containsExactly("Home", "Keys", "Other");
    assertThat(stack.mayClose()).isFalse();
    stack.back();
    assertThat(crumbs()).as("it is only come back to").containsExactly("Home", "Keys");
  }
}
