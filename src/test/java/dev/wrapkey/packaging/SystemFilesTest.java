package dev.wrapkey.packaging;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wrapkey.export.plan.PlanFile;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Document;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

/** The files that a system reads about the program. */
class SystemFilesTest {

  private static final String TYPE = "application/vnd.wrapkey.plan+json";
  private static final Path LINUX = Path.of("packaging/linux");

  @Test
  void theEntitlementsLetTheVirtualMachineCompileAndLoadTheLibrariesOfTheJars() throws Exception {
    Document plist = xml(Path.of("packaging/macos/wrapkey.entitlements"));
    assertThat(plist.getDocumentElement().getTagName()).isEqualTo("plist");
    assertThat(texts(plist, "key"))
        .containsExactly(
            "com.apple.security.cs.allow-jit",
            "com.apple.security.cs.allow-unsigned-executable-memory",
            "com.apple.security.cs.disable-library-validation");
    assertThat(plist.getElementsByTagName("true").getLength()).isEqualTo(3);
  }

  @Test
  void linuxKnowsPlansByTheirNames() throws Exception {
    Document mime = xml(LINUX.resolve("dev.wrapkey.Wrapkey.xml"));
    NodeList globs = mime.getElementsByTagName("glob");
    assertThat(IntStream.range(0, globs.getLength()).mapToObj(globs::item))
        .extracting(glob -> glob.getAttributes().getNamedItem("pattern").getNodeValue())
        .contains("*.wrapkey.json", "*.wrapkey");
    assertThat(
            mime.getElementsByTagName("mime-type")
                .item(0)
                .getAttributes()
                .getNamedItem("type")
                .getNodeValue())
        .isEqualTo(TYPE);
  }

  @Test
  void theMenuEntryOpensPlans() throws IOException {
    List<String> entry = Files.readAllLines(LINUX.resolve("dev.wrapkey.Wrapkey.desktop"));
    assertThat(entry).contains("MimeType=" + TYPE + ";", "Exec=/opt/wrapkey/bin/wrapkey %f");
  }

  @Test
  void softwareCentresAreToldOfPlansToo() throws Exception {
    Document description = xml(LINUX.resolve("dev.wrapkey.Wrapkey.metainfo.xml"));
    assertThat(texts(description, "mediatype")).containsExactly(TYPE);
  }

  @Test
  void bothLinuxPackagesMakeTheCacheAndRemoveIt() throws IOException {
    String spec = Files.readString(LINUX.resolve("wrapkey.spec"));
    assertThat(section(spec, "%post\n")).contains("/opt/wrapkey/lib/app/warm-up");
    assertThat(section(spec, "%preun\n")).contains("rm -f /opt/wrapkey/lib/app/wrapkey.aot");
    assertThat(Files.readString(LINUX.resolve("postinst"))).contains("lib/app/warm-up");
    assertThat(Files.readString(LINUX.resolve("prerm"))).contains("rm -f /opt/wrapkey/lib/app");
  }

  /** What is double-clicked on a system is what the program saves there. */
  @Test
  void aPlanThatIsSavedIsOneThatTheSystemKnows() throws Exception {
    for (String system : List.of("windows", "macos")) {
      Properties plan = new Properties();
      plan.load(
          new StringReader(
              Files.readString(LINUX.resolveSibling(system).resolve("plan.properties"))));
      assertThat(PlanFile.extensionOn(system.equals("macos") ? "Mac OS X" : "Windows 11"))
          .isEqualTo("." + plan.getProperty("extension"));
    }
    assertThat(LINUX.resolve("dev.wrapkey.Wrapkey.xml"))
        .content()
        .contains("\"*" + PlanFile.extensionOn("Linux") + "\"");
  }

  @Test
  void theCacheIsMadeWithTheOptionsThatTheProgramIsStartedWith() throws IOException {
    String warmUp = Files.readString(LINUX.resolve("warm-up"));
    List<String> options =
        new installer.Arguments(
                installer.Os.LINUX,
                "1.0.0",
                Path.of("target"),
                new installer.Signing(java.util.Map.of()))
            .jpackage("app-image", "wrapkey-1.0.0.jar");
    assertThat(options)
        .filteredOn(option -> option.startsWith("-X") && !option.contains("aot"))
        .filteredOn(option -> !option.contains("AOT") && !option.contains("cds"))
        .isNotEmpty()
        .allSatisfy(option -> assertThat(warmUp).contains(option));
  }

  @ParameterizedTest
  @ValueSource(strings = {"Apache-2.0", "MIT", "MIT-0", "BSD-3-Clause", "MPL-2.0"})
  void theTextOfALicenceGoesAlong(String licence) {
    assertThat(Path.of("packaging/licences", licence + ".txt"))
        .content()
        .containsIgnoringCase("warrant") // they all refuse one
        .hasSizeGreaterThan(500);
  }

  private static String section(String spec, String title) {
    String after = spec.substring(spec.indexOf(title) + title.length());
    return after.substring(0, after.indexOf("\n%"));
  }

  private static List<String> texts(Document document, String tag) {
    NodeList nodes = document.getElementsByTagName(tag);
    return IntStream.range(0, nodes.getLength())
        .mapToObj(i -> nodes.item(i).getTextContent())
        .toList();
  }

  private static Document xml(Path file) throws Exception {
    DocumentBuilder builder = DocumentBuilderFactory.newInstance().newDocumentBuilder();
    builder.setEntityResolver((_, _) -> new InputSource(new StringReader(""))); // no network
    return builder.parse(file.toFile());
  }
}
