package dev.wrapkey.export;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** A block of a Terraform configuration, formatted as {@code terraform fmt} formats it. */
final class Block {

  private record Line(String name, String value) {}

  private final String head;
  private final List<Object> parts = new ArrayList<>();

  Block(String head) {
    this.head = head;
  }

  static Block resource(String type, String name) {
    return new Block("resource \"" + type + "\" \"" + name + "\"");
  }

  /** An expression as it is. */
  Block with(String name, String expression) {
    parts.add(new Line(name, expression));
    return this;
  }

  Block quoted(String name, String text) {
    return with(name, TerraformText.quoted(text));
  }

  /** A text, unless it is empty. */
  Block any(String name, String text) {
    return text.isEmpty() ? this : quoted(name, text);
  }

  Block texts(String name, Collection<String> texts) {
    return with(
        name,
        texts.stream().map(TerraformText::quoted).collect(Collectors.joining(", ", "[", "]")));
  }

  Block map(String name, Map<String, String> texts) {
    return with(name, texts.isEmpty() ? "{}" : mapped(texts));
  }

  private static String mapped(Map<String, String> texts) {
    int width =
        texts.keySet().stream().mapToInt(n -> TerraformText.quoted(n).length()).max().orElse(0);
    return texts.entrySet().stream()
        .map(
            t ->
                "    %s = %s"
                    .formatted(
                        padded(TerraformText.quoted(t.getKey()), width),
                        TerraformText.quoted(t.getValue())))
        .collect(Collectors.joining("\n", "{\n", "\n  }"));
  }

  Block block(Block inner) {
    parts.add(inner);
    return this;
  }

  String written() {
    return written("");
  }

  private String written(String indent) {
    StringBuilder text = new StringBuilder(indent).append(head).append(" {\n");
    for (int i = 0; i < parts.size(); i++) {
      boolean isBlock = parts.get(i) instanceof Block;
      text.append(isBlock && i > 0 ? "\n" : "").append(part(i, indent + "  "));
    }
    return text.append(indent).append("}\n").toString();
  }

  private String part(int index, String indent) {
    return switch (parts.get(index)) {
      case Block block -> block.written(indent);
      case Line line -> indent + padded(line.name(), width(index)) + " = " + line.value() + "\n";
      default -> "";
    };
  }

  /** The width of the names of the lines around a line, which stand in one column. */
  private int width(int index) {
    if (isTall(index)) {
      return 0;
    }
    int first = index;
    while (first > 0 && parts.get(first - 1) instanceof Line && !isTall(first - 1)) {
      first--;
    }
    int width = 0;
    for (int i = first; i < parts.size() && parts.get(i) instanceof Line line && !isTall(i); i++) {
      width = Math.max(width, line.name().length());
    }
    return width;
  }

  private boolean isTall(int index) {
    return parts.get(index) instanceof Line line && line.value().contains("\n");
  }

  private static String padded(String name, int width) {
    return name + " ".repeat(Math.max(0, width - name.length()));
  }
}
