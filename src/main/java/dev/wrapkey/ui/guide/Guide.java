package dev.wrapkey.ui.guide;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToIntFunction;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Heading;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.text.TextContentRenderer;

/**
 * The pages of {@code docs/guide} and the documents beside it, as they were shipped with the
 * program: nothing is fetched. Each is read when it is first asked for.
 */
public final class Guide {

  /** The page that lists the others. */
  static final String INDEX = "guide/index.md";

  private static final String ROOT = "/docs/";
  private static final int AROUND = 70;
  private static final int TITLE_WEIGHT = 20;

  private final Parser parser =
      Parser.builder().extensions(List.of(TablesExtension.create())).build();
  private final TextContentRenderer plain =
      TextContentRenderer.builder().extensions(List.of(TablesExtension.create())).build();
  private final Map<String, Optional<GuidePage>> read = new HashMap<>();

  /** The page at a path below {@code docs}, if it was shipped. */
  Optional<GuidePage> page(String path) {
    return read.computeIfAbsent(path, this::load);
  }

  /** The pages of the guide, in the order of its index, the index first. */
  List<GuidePage> pages() {
    GuidePage index = page(INDEX).orElseThrow();
    List<GuidePage> pages = new ArrayList<>(List.of(index));
    index
        .document()
        .accept(
            new AbstractVisitor() {
              @Override
              public void visit(Link link) {
                page(index.resolve(link.getDestination())).ifPresent(pages::add);
              }
            });
    return pages;
  }

  /** The pages that have every one of the words, those that have them oftenest first. */
  List<Hit> search(String query) {
    List<String> wanted =
        List.of(query.strip().toLowerCase(Locale.ROOT).split("\\s+")).stream()
            .filter(word -> !word.isEmpty())
            .toList();
    if (wanted.isEmpty()) {
      return List.of();
    }
    ToIntFunction<GuidePage> weight = page -> weight(page, wanted);
    return pages().stream()
        .filter(page -> wanted.stream().allMatch(lower(page.words())::contains))
        .sorted(Comparator.comparingInt(weight).reversed())
        .map(page -> new Hit(page, around(page.words(), wanted.getFirst())))
        .toList();
  }

  /** Where a file of the documents lies, for pictures. */
  static Optional<URL> file(String path) {
    return Optional.ofNullable(Guide.class.getResource(ROOT + path));
  }

  private static int weight(GuidePage page, List<String> wanted) {
    return wanted.stream()
        .mapToInt(
            word ->
                count(lower(page.words()), word) + TITLE_WEIGHT * count(lower(page.title()), word))
        .sum();
  }

  private static int count(String words, String word) {
    int found = 0;
    for (int at = words.indexOf(word); at >= 0; at = words.indexOf(word, at + 1)) {
      found++;
    }
    return found;
  }

  private static String around(String words, String word) {
    int at = Math.max(0, lower(words).indexOf(word, words.indexOf('\n')));
    int from = Math.max(0, at - AROUND);
    int to = Math.min(words.length(), at + AROUND);
    String part = words.substring(from, to).replaceAll("\\s+", " ").strip();
    return (from > 0 ? "… " : "") + part + (to < words.length() ? " …" : "");
  }

  private static String lower(String words) {
    return words.toLowerCase(Locale.ROOT);
  }

  private Optional<GuidePage> load(String path) {
    URL file = path.endsWith(".md") ? file(path).orElse(null) : null;
    if (file == null) {
      return Optional.empty();
    }
    try (InputStream in = file.openStream()) {
      Node document = parser.parse(new String(in.readAllBytes(), StandardCharsets.UTF_8));
      return Optional.of(new GuidePage(path, title(document), document, plain.render(document)));
    } catch (IOException e) {
      throw new UncheckedIOException(path, e);
    }
  }

  private String title(Node document) {
    for (Node each = document.getFirstChild(); each != null; each = each.getNext()) {
      if (each instanceof Heading) {
        return plain.render(each).strip();
      }
    }
    return "";
  }
}
