package dev.wrapkey.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.CompositeArchRule;
import com.tngtech.archunit.lang.syntax.elements.GivenClassesConjunction;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Who may know whom. Packages are written out in full: "..azure.." would match com.azure too. */
record LayerRules(String root) {

  /** From the top down; a package may know only those that come after it. */
  static final List<String> LAYERS =
      List.of(
          "app",
          "cli",
          "ui",
          "azure",
          "simulator",
          "impact",
          "export",
          "health",
          "rehearsal",
          "rotation",
          "preflight",
          "rules",
          "catalog",
          "record",
          "signin",
          "provisioning",
          "encryption",
          "keyfile",
          "report",
          "time",
          "language");

  ArchRule packagesAreFreeOfCycles() {
    return slices().matching(root + ".(**)").should().beFreeOfCycles();
  }

  /** One rule a layer; a layer that does not exist yet breaks nothing. */
  ArchRule dependenciesPointDownwards() {
    return CompositeArchRule.of(
        IntStream.range(1, LAYERS.size()).mapToObj(this::seesNothingAbove).toList());
  }

  private ArchRule seesNothingAbove(int layer) {
    String[] above = LAYERS.subList(0, layer).stream().map(this::tree).toArray(String[]::new);
    return no(LAYERS.get(layer))
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(above)
        .allowEmptyShould(true);
  }

  ArchRule azureDoesNotKnowTheSimulator() {
    return no("azure").should().dependOnClassesThat().resideInAPackage(tree("simulator"));
  }

  ArchRule theSimulatorDoesNotKnowAzure() {
    return no("simulator").should().dependOnClassesThat().resideInAPackage(tree("azure"));
  }

  ArchRule theScreensKnowNeitherAzureNorTheSimulator() {
    return no("ui")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(tree("azure"), tree("simulator"));
  }

  ArchRule theCommandLineDoesNotKnowTheProgram() {
    return no("cli").should().dependOnClassesThat().resideInAPackage(tree("app"));
  }

  ArchRule theWorldKnowsNeitherTheVendorNorTheWire() {
    return no("simulator.world")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("com.azure..", tree("simulator.rest"));
  }

  ArchRule stepsDoNotKnowEachOther() {
    return slices().matching(root + ".ui.create.(*)..").should().notDependOnEachOther();
  }

  ArchRule javafxStaysInUiAndApp() {
    return outside("ui", "app").should().dependOnClassesThat().resideInAPackage("javafx..");
  }

  ArchRule theVendorStaysInAzureSimulatorAndApp() {
    return outside("azure", "simulator", "app")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("com.azure..", "reactor..");
  }

  ArchRule noPackageIsAJunkDrawer() {
    return noClasses()
        .should()
        .resideInAnyPackage(
            Stream.of("util", "common", "helper", "manager", "impl")
                .map(word -> root + ".." + word + "..")
                .toArray(String[]::new));
  }

  private GivenClassesConjunction no(String name) {
    return noClasses().that().resideInAPackage(tree(name));
  }

  private GivenClassesConjunction outside(String... names) {
    return noClasses()
        .that()
        .resideOutsideOfPackages(Stream.of(names).map(this::tree).toArray(String[]::new));
  }

  private String tree(String name) {
    return root + "." + name + "..";
  }
}
