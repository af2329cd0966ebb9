package dev.wrapkey.ui;

import dev.wrapkey.ui.view.Memory;
import java.util.HashMap;
import java.util.Map;

/** A memory that ends with the test. */
public final class InMemory implements Memory {

  private final Map<String, String> values = new HashMap<>();

  @Override
  public String recall(String name, String otherwise) {
    return values.getOrDefault(name, otherwise);
  }

  @Override
  public void keep(String name, String value) {
    values.put(name, value);
  }
}
