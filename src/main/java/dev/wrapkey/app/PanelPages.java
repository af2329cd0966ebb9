package dev.wrapkey.app;

import dev.wrapkey.provisioning.ResourceId;
import dev.wrapkey.ui.navigation.Navigator;
import dev.wrapkey.ui.navigation.Page;
import dev.wrapkey.ui.practice.ClockView;
import dev.wrapkey.ui.practice.OtherProgramsView;
import dev.wrapkey.ui.practice.PracticeView;
import dev.wrapkey.ui.practice.RehearsingView;
import dev.wrapkey.ui.practice.Steering;
import dev.wrapkey.ui.practice.SteeringView;
import dev.wrapkey.ui.practice.TimelineView;
import dev.wrapkey.ui.practice.TimelineViewModel;
import dev.wrapkey.ui.rehearsal.RehearsalsView;
import dev.wrapkey.ui.rehearsal.RehearsalsViewModel;
import dev.wrapkey.ui.view.Texts;
import dev.wrapkey.ui.view.Views;
import java.util.List;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;

/**
 * Makes the page about the practice cloud itself.
 *
 * @param services what it is made of
 * @param side what it is about
 * @param navigator the way from page to page
 * @param serverPage the page of a server
 */
record PanelPages(
    Services services,
    PracticeSide side,
    Navigator navigator,
    Function<ResourceId, Page> serverPage) {

  Page panel() {
    ReadOnlyStringWrapper gone = new ReadOnlyStringWrapper("");
    Runnable[] changed = {() -> {}};
    Steering steering = new Steering(side.steering(), services.tasks(), () -> changed[0].run());
    Visits visits = new Visits(services, navigator, serverPage, gone::set);
    TimelineViewModel timeline =
        new TimelineViewModel(
            side.steering(), steering, services.time(), services.tasks(), visits::to);
    changed[0] = timeline::look;
    List<Node> parts =
        List.of(
            Views.load("clock", new ClockView(steering)),
            Views.load("timeline", new TimelineView(timeline)),
            Views.load("rehearsing", new RehearsingView(this::openRehearsals)),
            Views.load("otherprograms", new OtherProgramsView(side.programs())),
            Views.load("steering", new SteeringView(steering)));
    ObservableValue<String> told =
        gone.flatMap(words -> words.isEmpty() ? steering.newsProperty() : gone);
    return new Page(
        Texts.text("practice.crumb"),
        Views.load("practice", new PracticeView(parts, told)),
        () -> {
          gone.set("");
          steering.look();
          timeline.look();
        });
  }

  private void openRehearsals() {
    navigator.open(rehearsals());
  }

  private Page rehearsals() {
    RehearsalsViewModel rehearsals =
        new RehearsalsViewModel(
            services.rehearsals(side),
            services.tasks(),
            new RehearsalsViewModel.Ways() {
              @Override
              public void server(ResourceId server) {
                navigator.open(serverPage.apply(server));
              }

              @Override
              public void rule(String id) {
                navigator.open(new VaultPages(services, navigator).rule(id));
              }
            });
    return new RehearsalsView(rehearsals).page();
  }
}
