package dev.wrapkey.packaging;

import static org.assertj.core.api.Assertions.assertThat;

import installer.Arguments;
import installer.Os;
import installer.Signing;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments.ArgumentSet;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What jpackage is called with on the three systems, of which one is here. */
class ArgumentsTest {

  private static final Signing NOBODY = new Signing(Map.of());
  private static final Signing SOMEBODY =
      new Signing(
          Map.of(
              Signing.IDENTITY, "Example Team",
              Signing.KEYCHAIN, "build.keychain",
              Signing.NOTARY, "wrapkey-notary"));

  static Stream<ArgumentSet> packages() {
    return Stream.of(Os.values())
        .flatMap(
            os ->
                os.types().stream()
                    .map(
                        type ->
                            org.junit.jupiter.params.provider.Arguments.argumentSet(
                                os + " " + type, os, type)));
  }

  @ParameterizedTest
  @MethodSource("packages")
  void everyOptionIsOneOfJpackagesOnThatSystem(Os os, String type) throws IOException {
    List<String> options =
        rendered(os, type, SOMEBODY).stream().filter(each -> each.matches("--[a-z-]+")).toList();
    assertThat(options).contains("--type", "--app-version", "--icon", "--runtime-image");
    assertThat(JpackageOptions.of(os)).containsAll(options);
  }

  @ParameterizedTest
  @MethodSource("packages")
  void everyFileOfOursIsThere(Os os, String type) {
    assertThat(rendered(os, type, SOMEBODY).stream().map(each -> each.replaceAll("^[\\w-]+=", "")))
        .filteredOn(each -> each.startsWith("packaging/"))
        .allSatisfy(file -> assertThat(Path.of(file)).isNotEmptyFile());
  }

  @ParameterizedTest
  @MethodSource("packages")
  void everyPackageIsOfTheProgramAndItsVersion(Os os, String type) {
    List<String> arguments = rendered(os, type, NOBODY);
    assertThat(after(arguments, "--type")).isEqualTo(type);
    assertThat(after(arguments, "--main-class")).isEqualTo("dev.wrapkey.app.Main");
    assertThat(after(arguments, "--main-jar")).isEqualTo("wrapkey-0.1.0.jar");
    assertThat(after(arguments, "--app-version")).matches("\\d{1,3}\\.\\d{1,3}\\.\\d{1,5}");
  }

  @Test
  void aVersionThatIsNotYetReleasedLosesItsTail() {
    assertThat(Os.WINDOWS.version("0.2.0-SNAPSHOT")).isEqualTo("0.2.0");
    assertThat(Os.LINUX.version("1.4.2-beta.1")).isEqualTo("1.4.2");
  }

  @Test
  void onMacosNoVersionBeginsWithZeroAndTheirOrderStays() {
    assertThat(Os.MACOS.version("0.1.0")).isEqualTo("1.1.0");
    assertThat(Os.MACOS.version("0.9.3-SNAPSHOT")).isEqualTo("1.9.3");
    assertThat(Os.MACOS.version("1.0.0")).isEqualTo("2.0.0");
  }

  @Test
  void windowsReplacesAnOlderVersionByEitherPackage() {
    String code = after(rendered(Os.WINDOWS, "msi", NOBODY), "--win-upgrade-uuid");
    assertThat(code).isEqualTo("6b7d9d0e-6f8e-4c62-9f0e-2a5d7f9c3b11");
    assertThat(after(rendered(Os.WINDOWS, "exe", NOBODY), "--win-upgrade-uuid")).isEqualTo(code);
  }

  @Test
  void windowsNeedsNoAdministratorAndHasAStartMenuEntry() {
    assertThat(rendered(Os.WINDOWS, "msi", NOBODY))
        .contains("--win-per-user-install", "--win-menu", "--win-menu-group");
  }

  @Test
  void onWindowsNobodyChoosesTheFolderThatTheRemovalDeletes() {
    List<String> arguments = rendered(Os.WINDOWS, "msi", NOBODY);
    assertThat(after(arguments, "--install-dir")).isEqualTo("Programs/Wrapkey");
    assertThat(arguments).contains("--win-shortcut").doesNotContain("--win-dir-chooser");
  }

  @Test
  void withoutNamesNothingIsSigned() {
    assertThat(rendered(Os.MACOS, "dmg", NOBODY)).doesNotContain("--mac-sign");
    assertThat(NOBODY.afterwards(Path.of("Wrapkey.dmg"))).isEmpty();
    Signing empty = new Signing(Map.of(Signing.IDENTITY, "", Signing.NOTARY, " "));
    assertThat(empty.options()).isEmpty();
    assertThat(empty.afterwards(Path.of("Wrapkey.dmg"))).isEmpty();
  }

  @Test
  void withNamesItIsSignedWithEntitlementsAndNotarizedByTheKeyChainsProfile() {
    List<String> arguments = rendered(Os.MACOS, "pkg", SOMEBODY);
    assertThat(arguments).contains("--mac-sign", "packaging/macos/wrapkey.entitlements");
    assertThat(after(arguments, "--mac-signing-key-user-name")).isEqualTo("Example Team");
    assertThat(after(arguments, "--mac-signing-keychain")).isEqualTo("build.keychain");
    assertThat(SOMEBODY.afterwards(Path.of("Wrapkey.pkg")))
        .first()
        .asList()
        .containsSubsequence("notarytool", "submit", "Wrapkey.pkg")
        .containsSubsequence("--keychain-profile", "wrapkey-notary");
  }

  @Test
  void onlyLinuxLooksForACacheThatItsPackageMakes() {
    assertThat(rendered(Os.LINUX, "app-image", NOBODY)).anyMatch(each -> each.contains("AOTCache"));
    assertThat(rendered(Os.WINDOWS, "msi", NOBODY)).noneMatch(each -> each.contains("AOTCache"));
    assertThat(arguments(Os.WINDOWS, NOBODY).runtime()).contains("--generate-cds-archive");
    assertThat(arguments(Os.LINUX, NOBODY).runtime()).doesNotContain("--generate-cds-archive");
  }

  @ParameterizedTest
  @EnumSource(names = {"WINDOWS", "MACOS"})
  void plansAreAssociatedInKeysThatJpackageKnows(Os os) throws IOException {
    Properties plan = properties("packaging/" + os.folder() + "/plan.properties");
    assertThat(plan.getProperty("mime-type")).isEqualTo("application/vnd.wrapkey.plan+json");
    assertThat(plan.getProperty("extension")).isEqualTo("wrapkey");
    // mac.*: MacFromParams of the JDK's sources, read on 22 November 2026
    assertThat(plan.stringPropertyNames())
        .isSubsetOf(
            "extension",
            "mime-type",
            "icon",
            "description",
            "mac.CFBundleTypeRole",
            "mac.LSHandlerRank",
            "mac.UTTypeConformsTo");
  }

  @Test
  void theConsoleLauncherOfWindowsHasNoMenuEntryOfItsOwn() throws IOException {
    Properties launcher = properties("packaging/windows/cli.properties");
    assertThat(launcher)
        .isEqualTo(Map.of("win-console", "true", "win-menu", "false", "win-shortcut", "false"));
  }

  private static List<String> rendered(Os os, String type, Signing signing) {
    return arguments(os, signing).jpackage(type, "wrapkey-0.1.0.jar");
  }

  private static Arguments arguments(Os os, Signing signing) {
    return new Arguments(os, "0.1.0", Path.of("target/installer"), signing);
  }

  private static String after(List<String> arguments, String option) {
    assertThat(new ArrayList<>(arguments)).containsOnlyOnce(option);
    return arguments.get(arguments.indexOf(option) + 1);
  }

  private static Properties properties(String file) throws IOException {
    Properties properties = new Properties();
    try (Reader reader = Files.newBufferedReader(Path.of(file))) {
      properties.load(reader);
    }
    return properties;
  }
}
