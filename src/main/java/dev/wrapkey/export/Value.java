package dev.wrapkey.export;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A value in a template, in no language yet. */
sealed interface Value {

  /** A text that stands for itself, whatever characters are in it. */
  record Text(String text) implements Value {}

  record Whole(int number) implements Value {}

  record Truth(boolean isTrue) implements Value {}

  /** What a parameter is given. */
  record Parameter(String name) implements Value {}

  /** The identifier of the server that the template makes. */
  record ServerId() implements Value {}

  /** The tenant of the subscription that is deployed to. */
  record Tenant() implements Value {}

  record Items(List<Value> items) implements Value {}

  record Members(Map<String, Value> members) implements Value {

    Members() {
      this(new LinkedHashMap<>());
    }

    Members with(String name, Value value) {
      members.put(name, value);
      return this;
    }

    Members with(String name, String text) {
      return with(name, new Text(text));
    }

    Members with(String name, int number) {
      return with(name, new Whole(number));
    }

    Members with(String name, boolean isTrue) {
      return with(name, new Truth(isTrue));
    }

    /** With a text, unless it is empty. */
    Members withAny(String name, String text) {
      return text.isEmpty() ? this : with(name, text);
    }

    Members withAny(String name, Optional<? extends Value> value) {
      value.ifPresent(v -> with(name, v));
      return this;
    }
  }

  static Members members() {
    return new Members();
  }
}
