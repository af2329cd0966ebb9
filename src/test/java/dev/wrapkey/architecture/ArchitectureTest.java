package dev.wrapkey.architecture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Every rule, on the program and on code planted to break it. */
class ArchitectureTest {

  private static final String ROOT = "dev.wrapkey";

  /** Packages of the design that are not built yet; remove a name here when its package comes. */
  private static final Set<String> NOT_YET = Set.of();

  private static final JavaClasses PROGRAM =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages(ROOT);

  private static final JavaClasses PLANTED =
      new ClassFileImporter().importPackages(ROOT + ".planted");

  /**
   * A rule and the planted classes that break it.
   *
   * @param name what the rule says
   * @param onProgram the rule for the program's packages
   * @param onPlanted the same rule for the planted packages
   * @param culprits simple names of the planted classes that must be found guilty
   */
  private record Law(String name, ArchRule onProgram, ArchRule onPlanted, List<String> culprits) {}

  @TestFactory
  Stream<DynamicTest> theProgramObeys() {
    return laws().map(law -> dynamicTest(law.name, () -> law.onProgram.check(PROGRAM)));
  }

  @TestFactory
  Stream<DynamicTest> theRuleBites() {
    return laws().map(law -> dynamicTest(law.name, () -> bites(law)));
  }

  @Test
  void noPackageIsMissingSoThatNoRuleIsEmpty() {
    Set<String> there =
        PROGRAM.stream()
            .map(type -> type.getPackageName().substring(ROOT.length() + 1).split("\\.")[0])
            .collect(Collectors.toSet());
    Set<String> expected =
        LayerRules.LAYERS.stream()
            .filter(name -> !NOT_YET.contains(name))
            .collect(Collectors.toSet());
    assertThat(there).isEqualTo(expected);
  }

  private static void bites(Law law) {
    List<String> report = law.onPlanted.evaluate(PLANTED).getFailureReport().getDetails();
    assertThat(law.culprits)
        .isNotEmpty()
        .allSatisfy(culprit -> assertThat(report).anyMatch(line -> line.contains("." + culprit)));
    assertThat(report).noneMatch(line -> line.contains(".Innocent"));
  }

  private static Stream<Law> laws() {
    return Stream.of(layers(), screens(), code()).flatMap(List::stream);
  }

  private static List<Law> layers() {
    LayerRules program = new LayerRules(ROOT);
    LayerRules planted = new LayerRules(ROOT + ".planted");
    return List.of(
        law(
            "packages are free of cycles",
            program.packagesAreFreeOfCycles(),
            planted.packagesAreFreeOfCycles(),
            "SeesSimulator",
            "RoundAndRound"),
        law(
            "dependencies point downwards",
            program.dependenciesPointDownwards(),
            planted.dependenciesPointDownwards(),
            "SeesProvisioning",
            "SeesRules",
            "SeesProgram"),
        law(
            "azure does not know the simulator",
            program.azureDoesNotKnowTheSimulator(),
            planted.azureDoesNotKnowTheSimulator(),
            "SeesSimulator"),
        law(
            "the simulator does not know azure",
            program.theSimulatorDoesNotKnowAzure(),
            planted.theSimulatorDoesNotKnowAzure(),
            "SeesAzure"),
        law(
            "the screens know neither azure nor the simulator",
            program.theScreensKnowNeitherAzureNorTheSimulator(),
            planted.theScreensKnowNeitherAzureNorTheSimulator(),
            "BackendView"),
        law(
            "the command line does not know the program",
            program.theCommandLineDoesNotKnowTheProgram(),
            planted.theCommandLineDoesNotKnowTheProgram(),
            "SeesProgram"),
        law(
            "the world knows neither the vendor nor the wire",
            program.theWorldKnowsNeitherTheVendorNorTheWire(),
            planted.theWorldKnowsNeitherTheVendorNorTheWire(),
            "SeesRest",
            "SeesVendor"),
        law(
            "steps do not know each other",
            program.stepsDoNotKnowEachOther(),
            planted.stepsDoNotKnowEachOther(),
            "FirstStep"),
        law(
            "javafx stays in ui and app",
            program.javafxStaysInUiAndApp(),
            planted.javafxStaysInUiAndApp(),
            "SeesToolkit"),
        law(
            "the vendor stays in azure, simulator and app",
            program.theVendorStaysInAzureSimulatorAndApp(),
            planted.theVendorStaysInAzureSimulatorAndApp(),
            "UsesAzureCore",
            "UsesReactor"),
        law(
            "no package is a junk drawer",
            program.noPackageIsAJunkDrawer(),
            planted.noPackageIsAJunkDrawer(),
            "Drawer"));
  }

  private static List<Law> screens() {
    ScreenRules program = new ScreenRules(ROOT);
    ScreenRules planted = new ScreenRules(ROOT + ".planted");
    return List.of(
        law(
            "view models have no widgets",
            program.viewModelsHaveNoWidgets(),
            planted.viewModelsHaveNoWidgets(),
            "WidgetViewModel",
            "NestedViewModel"),
        law(
            "view models do not know views",
            program.viewModelsDoNotKnowViews(),
            planted.viewModelsDoNotKnowViews(),
            "UpwardViewModel"),
        law(
            "views do not know services",
            program.viewsDoNotKnowServices(),
            planted.viewsDoNotKnowServices(),
            "ServiceView",
            "TaskView",
            "FileView"),
        law(
            "views ask only their own view model",
            program.viewsAskOnlyTheirOwnViewModel(),
            planted.viewsAskOnlyTheirOwnViewModel(),
            "NosyView"),
        law(
            "no class is a controller",
            program.noClassIsAController(),
            planted.noClassIsAController(),
            "OldController"));
  }

  private static List<Law> code() {
    CodeRules program = new CodeRules(ROOT);
    CodeRules planted = new CodeRules(ROOT + ".planted");
    return List.of(
        law(
            "wall clock and sleep only in time",
            program.wallClockAndSleepOnlyInTime(),
            planted.wallClockAndSleepOnlyInTime(),
            "ReadsClock.instant",
            "ReadsClock.local",
            "ReadsClock.clock",
            "ReadsClock.millis",
            "ReadsClock.nanos",
            "ReadsClock.date",
            "ReadsClock.sleep",
            "ReadsClock.unit",
            "ReadsClock.park"),
        law(
            "threads only in app, ui.task, ui.tour and simulator.engine",
            program.threadsOnlyInAppAndTasks(),
            planted.threadsOnlyInAppAndTasks(),
            "StartsThreads.platform",
            "StartsThreads.virtual",
            "StartsThreads.pool",
            "StartsThreads.future"),
        law(
            "Platform only in app, ui.task and ui.tour",
            program.platformOnlyInAppAndTasks(),
            planted.platformOnlyInAppAndTasks(),
            "UsesPlatform"),
        law(
            "chance comes through constructors",
            program.chanceComesThroughConstructors(),
            planted.chanceComesThroughConstructors(),
            "ThrowsDice.random",
            "ThrowsDice.secure",
            "ThrowsDice.local",
            "ThrowsDice.math",
            "ThrowsDice.uuid"),
        law(
            "static fields are final",
            program.staticFieldsAreFinal(),
            planted.staticFieldsAreFinal(),
            "GlobalState"),
        law(
            "standard streams only in cli",
            program.standardStreamsOnlyInCli(),
            planted.standardStreamsOnlyInCli(),
            "Prints.out",
            "Prints.err",
            "Prints.trace"),
        law(
            "generic exceptions are not thrown",
            program.genericExceptionsAreNotThrown(),
            planted.genericExceptionsAreNotThrown(),
            "ThrowsAnything.runtime",
            "ThrowsAnything.checked",
            "ThrowsAnything.throwable"));
  }

  private static Law law(String name, ArchRule onProgram, ArchRule onPlanted, String... culprits) {
    return new Law(name, onProgram, onPlanted, List.of(culprits));
  }
}
