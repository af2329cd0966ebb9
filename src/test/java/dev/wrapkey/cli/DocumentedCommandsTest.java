package dev.wrapkey.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

/** Whoever copies a command out of the documentation gets one that the program knows. */
class DocumentedCommandsTest {

  private static final Pattern INLINE = Pattern.compile("`(wrapkey [^`]*)`");
  private static final Pattern WORD = Pattern.compile("\"([^\"]*)\"|(\\S+)");
  private static final Pattern OPTION = Pattern.compile("--[a-z][a-z-]*");
  // Of these a reader chooses: [--json], arm|bicep, and what stands for more.
  private static final Pattern CHOICE = Pattern.compile("[\\[\\]|…]");
  // What is sealed with a page or a volume begins with the program's name too; two stand for any.
  private static final Set<String> OTHERS = Set.of("page", "volume", "FILE", "COMMAND");
  private static final int LEAST = 50;

  /** Parses only: nothing is ever asked of it. */
  private static final Desktop NO_DESKTOP =
      new Desktop() {
        @Override
        public int open(Options options, Optional<Path> plan) {
          throw new AssertionError();
        }

        @Override
        public int tour(Options options, Path out) {
          throw new AssertionError();
        }

        @Override
        public int rehearse(Options options, Path folder, boolean window) {
          throw new AssertionError();
        }
      };

  // Reading all words of the program anew for each command would take most of the time.
  private static final CommandLine PROGRAM =
      WrapkeyCommand.commandLine(
          NO_DESKTOP,
          new SilentPractice(),
          new Jobs(_ -> 0, _ -> 0, _ -> 0, _ -> 0, _ -> 0, _ -> 0),
          Secrets.of(_ -> Optional.empty(), _ -> Optional.empty()));

  @Test
  void everyCommandOfTheDocumentationIsOne() throws IOException {
    int seen = 0;
    for (Path page : pages()) {
      String text = Files.readString(page);
      for (String command : Stream.concat(blocks(text), inline(text)).toList()) {
        assertThat(fault(command)).as("%s: %s", page, command).isEmpty();
        seen++;
      }
    }
    assertThat(seen).isGreaterThan(LEAST);
  }

  @Test
  void whatIsNoCommandIsFound() {
    assertThat(fault("wrapkey health --klaud public")).contains("--klaud");
    assertThat(fault("wrapkey helth --json")).isNotEmpty();
    assertThat(fault("wrapkey health [--json|--yaml]")).contains("--yaml");
    assertThat(fault("wrapkey check|helth --json")).contains("helth");
    assertThat(fault("wrapkey plan export --as arm")).contains("--plan");
    assertThat(blocks("text\n\n    wrapkey a \\\n      --b  # c\n\n```sh\nbin/wrapkey d\n```\n"))
        .containsExactly("wrapkey a --b", "wrapkey d");
    assertThatThrownBy(() -> PROGRAM.parseArgs("health", "--nothing"))
        .isInstanceOf(ParameterException.class);
  }

  private static List<Path> pages() throws IOException {
    try (Stream<Path> docs = Files.walk(Path.of("docs"))) {
      return Stream.concat(
              Stream.of(Path.of("README.md")),
              docs.filter(file -> file.toString().endsWith(".md")).sorted())
          .toList();
    }
  }

  /** The command lines of fenced and indented blocks, without what a shell would leave out. */
  private static Stream<String> blocks(String text) {
    boolean fenced = false;
    List<String> commands = new ArrayList<>();
    for (String line : text.replaceAll("\\\\\\n\\s*", "").split("\n")) {
      if (line.startsWith("```")) {
        fenced = !fenced;
      } else if (fenced || line.startsWith("    ")) {
        String command = line.strip().replaceFirst("^[\\w/]+/wrapkey\\b", "wrapkey");
        commands.add(command.replaceFirst("(^|\\s+)#.*$", "").strip());
      }
    }
    return commands.stream().filter(command -> command.matches("wrapkey( .*)?"));
  }

  /** Commands within a sentence; other words of the program begin with its name too. */
  private static Stream<String> inline(String text) {
    return INLINE
        .matcher(text)
        .results()
        .map(found -> found.group(1).replaceAll("\\s+", " "))
        .filter(command -> !OTHERS.contains(command.split(" ")[1]));
  }

  /** What is wrong with a command; empty if nothing is. */
  private static String fault(String command) {
    List<String> words = new ArrayList<>();
    Matcher word = WORD.matcher(command);
    while (word.find()) {
      words.add(word.group(1) == null ? word.group(2) : word.group(1));
    }
    words.removeFirst();
    try {
      return CHOICE.matcher(command).find() || isNamed(words) ? choice(words) : parsed(words);
    } catch (ParameterException refused) {
      return String.valueOf(refused.getMessage());
    }
  }

  /** Whether it is the name of a command only, as a sentence speaks of it. */
  private static boolean isNamed(List<String> words) {
    return words.stream().allMatch(word -> word.matches("[a-z]+"));
  }

  private static String parsed(List<String> words) {
    CommandLine.ParseResult parsed = PROGRAM.parseArgs(words.toArray(String[]::new));
    boolean aFile = !parsed.hasSubcommand() && parsed.hasMatchedPositional(0);
    return aFile && words.getFirst().matches("[a-z]+") ? words.getFirst() : "";
  }

  private static String choice(List<String> words) {
    List<CommandLine> meant = List.of(PROGRAM);
    for (String word : words) {
      List<String> names = Arrays.asList(word.split("\\|"));
      CommandLine first = meant.getFirst();
      boolean deeper = first.getSubcommands().containsKey(names.getFirst());
      if (!deeper && first.getParent() == null && word.matches("[a-z]+")) {
        return word;
      }
      if (!deeper) {
        break;
      }
      for (String name : names) {
        if (!first.getSubcommands().containsKey(name)) {
          return name;
        }
      }
      meant = names.stream().map(first.getSubcommands()::get).toList();
    }
    List<CommandLine> all = meant;
    return OPTION
        .matcher(String.join(" ", words))
        .results()
        .map(found -> found.group())
        .filter(
            option -> all.stream().anyMatch(one -> one.getCommandSpec().findOption(option) == null))
        .findFirst()
        .orElse("");
  }
}
