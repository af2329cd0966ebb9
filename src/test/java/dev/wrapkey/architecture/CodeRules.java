package dev.wrapkey.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.GeneralCodingRules.THROW_GENERIC_EXCEPTIONS;

import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.syntax.elements.GivenClassesConjunction;
import java.util.Set;
import java.util.stream.Stream;

/** What code may not do, or only in one place. */
record CodeRules(String root) {

  private static final Set<String> WAITING = Set.of("sleep", "park", "parkNanos", "parkUntil");
  private static final Set<String> STARTING =
      Set.of(
          "<init>",
          "start",
          "startVirtualThread",
          "ofVirtual",
          "ofPlatform",
          "runAsync",
          "supplyAsync",
          "commonPool");
  private static final Set<String> STARTERS =
      Set.of(
          "java.lang.Thread",
          "java.lang.Thread$Builder",
          "java.util.Timer",
          "java.util.concurrent.CompletableFuture",
          "java.util.concurrent.ForkJoinPool");
  private static final Set<String> DICE =
      Set.of(
          "java.util.Random",
          "java.security.SecureRandom",
          "java.util.concurrent.ThreadLocalRandom",
          "java.util.SplittableRandom");

  ArchRule wallClockAndSleepOnlyInTime() {
    return outside("time")
        .should()
        .callCodeUnitWhere(describe("reads the wall clock or waits", CodeRules::isTime));
  }

  /**
   * The practice cloud is a server and has threads of its own; the tour drives the screen from
   * outside.
   */
  ArchRule threadsOnlyInAppAndTasks() {
    return outside("app", "ui.task", "ui.tour", "simulator.engine")
        .should()
        .callCodeUnitWhere(describe("starts a thread", CodeRules::startsThread));
  }

  ArchRule platformOnlyInAppAndTasks() {
    return outside("app", "ui.task", "ui.tour")
        .should()
        .dependOnClassesThat()
        .haveFullyQualifiedName("javafx.application.Platform");
  }

  ArchRule chanceComesThroughConstructors() {
    return outside("app")
        .should()
        .callCodeUnitWhere(describe("throws dice of its own", CodeRules::isChance));
  }

  ArchRule staticFieldsAreFinal() {
    return fields().that().areStatic().should().beFinal();
  }

  ArchRule standardStreamsOnlyInCli() {
    return outside("cli").should(ACCESS_STANDARD_STREAMS);
  }

  ArchRule genericExceptionsAreNotThrown() {
    return noClasses().should(THROW_GENERIC_EXCEPTIONS);
  }

  private static boolean isTime(JavaCall<?> call) {
    String owner = call.getTargetOwner().getFullName();
    String name = call.getName();
    boolean given =
        call.getTarget().getRawParameterTypes().stream()
            .anyMatch(type -> type.getName().endsWith(".Clock"));
    return owner.startsWith("java.time.")
            && (name.equals("now") && !given || name.startsWith("system"))
        || owner.equals("java.lang.System")
            && (name.equals("currentTimeMillis") || name.equals("nanoTime"))
        || owner.equals("java.util.Calendar") && name.equals("getInstance")
        || owner.equals("java.util.Date")
            && name.equals("<init>")
            && call.getTarget().getRawParameterTypes().isEmpty()
        || Set.of(
                    "java.lang.Thread",
                    "java.util.concurrent.TimeUnit",
                    "java.util.concurrent.locks.LockSupport")
                .contains(owner)
            && WAITING.contains(name);
  }

  private static boolean startsThread(JavaCall<?> call) {
    String owner = call.getTargetOwner().getFullName();
    return owner.equals("java.util.concurrent.Executors")
        || STARTERS.contains(owner) && STARTING.contains(call.getName());
  }

  private static boolean isChance(JavaCall<?> call) {
    String owner = call.getTargetOwner().getFullName();
    String name = call.getName();
    return DICE.contains(owner)
            && Set.of("<init>", "current", "getInstance", "getInstanceStrong").contains(name)
        || owner.equals("java.lang.Math") && name.equals("random")
        || owner.equals("java.util.UUID") && name.equals("randomUUID");
  }

  private GivenClassesConjunction outside(String... names) {
    return noClasses()
        .that()
        .resideOutsideOfPackages(
            Stream.of(names).map(name -> root + "." + name + "..").toArray(String[]::new));
  }
}
