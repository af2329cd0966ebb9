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

  ArchRule viewsDoNotKnowServices() {
    return noClasses()
        .that(areNamed("View"))
        .should()
        .dependOnClassesThat(
            describe(
                "are services",
                type ->
                    isIn(type, "ui.task")
                        || isIn(type, "time")
                        || type.isInterface()
                            && (isIn(type, "provisioning") || isIn(type, "encryption"))
                        || type.getPackageName().startsWith("java.net.http")
                        || type.isEquivalentTo(java.nio.file.Files.class)));
  }

  ArchRule viewsSeeOnlyTheirOwnViewModel() {
    return classes().that(areNamed("View")).should(dependOnNoViewModelOfAnotherPackage());
  }

  ArchRule noClassIsAController() {
    return noClasses().should().haveSimpleNameEndingWith("Controller");
  }

  private ArchCondition<JavaClass> dependOnNoViewModelOfAnotherPackage() {
    return new ArchCondition<>("depend on no view model of another package") {
      @Override
      public void check(JavaClass view, ConditionEvents events) {
        view.getDirectDependenciesFromSelf().stream()
            .filter(dependency -> areNamed("ViewModel").test(dependency.getTargetClass()))
            .filter(
                dependency -> !dependency.getTargetClass().getPackage().equals(view.getPackage()))
            .forEach(
                dependency ->
                    events.add(SimpleConditionEvent.violated(view, dependency.getDescription())));
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
