package dev.wrapkey.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.nio.file.Files;
import java.util.Set;

/** The law of MVVM. A class inside a view or a view model counts as part of it. */
record ScreenRules(String root) {

  ArchRule viewModelsHaveNoWidgets() {
    return noClasses()
        .that(areNamed("ViewModel"))
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "javafx.scene..",
            "javafx.stage..",
            "javafx.fxml..",
            "javafx.application..",
            "javafx.concurrent..");
  }

  ArchRule viewModelsDoNotKnowViews() {
    return noClasses().that(areNamed("ViewModel")).should().dependOnClassesThat(areNamed("View"));
  }

  /**
   * Services are the ports, the clock, background work, files and the network; their data is not.
   */
  ArchRule viewsDoNotKnowServices() {
    return noClasses()
        .that(areNamed("View"))
        .should()
        .dependOnClassesThat(describe("are services", this::isService));
  }

  /** A view may hand a part's view model to that part, but asks only its own. */
  ArchRule viewsAskOnlyTheirOwnViewModel() {
    return classes().that(areNamed("View")).should(askNoViewModelOfAnotherPackage());
  }

  ArchRule noClassIsAController() {
    return noClasses().should().haveSimpleNameEndingWith("Controller");
  }

  private boolean isService(JavaClass type) {
    return type.isInterface() && (isIn(type, "provisioning") || isIn(type, "encryption"))
        || isIn(type, "time")
        || isIn(type, "ui.task")
            && Set.of("Tasks", "Running").contains(outermost(type).getSimpleName())
        || type.getPackageName().startsWith("java.net.http")
        || type.isEquivalentTo(Files.class);
  }

  private ArchCondition<JavaClass> askNoViewModelOfAnotherPackage() {
    return new ArchCondition<>("ask no view model of another package") {
      @Override
      public void check(JavaClass view, ConditionEvents events) {
        view.getAccessesFromSelf().stream()
            .filter(access -> areNamed("ViewModel").test(access.getTargetOwner()))
            .filter(access -> !access.getTargetOwner().getPackage().equals(view.getPackage()))
            .forEach(
                access -> events.add(SimpleConditionEvent.violated(view, access.getDescription())));
      }
    };
  }

  private DescribedPredicate<JavaClass> areNamed(String ending) {
    return describe(
        "are named *" + ending,
        type -> isIn(type, "ui") && outermost(type).getSimpleName().endsWith(ending));
  }

  private static JavaClass outermost(JavaClass type) {
    return type.getEnclosingClass().map(ScreenRules::outermost).orElse(type);
  }

  private boolean isIn(JavaClass type, String name) {
    return (type.getPackageName() + ".").startsWith(root + "." + name + ".");
  }
}
