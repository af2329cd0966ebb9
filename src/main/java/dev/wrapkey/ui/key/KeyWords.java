package dev.wrapkey.ui.key;

import dev.wrapkey.provisioning.Key;
import dev.wrapkey.provisioning.KeyStore;
import dev.wrapkey.rules.Finding;
import dev.wrapkey.rules.RegionNames;
import dev.wrapkey.ui.view.Moments;
import dev.wrapkey.ui.view.Texts;
import java.util.ArrayList;
import java.util.List;

/** What stands beside a key or a version in its list. */
final class KeyWords {

  private static final int BEGIN = 8;
  private static final int END = 4;
  private static final int SHOWN = BEGIN + END;

  private KeyWords() {}

  /** Kind and size as far as they are known, and when the key ends. */
  static String detail(Key listed, KeyFacts.Facts facts) {
    List<String> words = new ArrayList<>();
    switch (facts) {
      case KeyFacts.Facts.Known(Key whole) -> words.add(kind(whole));
      case KeyFacts.Facts.Hidden _ -> words.add(Texts.text("key.facts.hidden.short"));
      case KeyFacts.Facts.Open _ -> words.add("…");
    }
    listed
        .life()
        .expires()
        .ifPresent(end -> words.add(Texts.text("key.expires", Moments.day(end))));
    return String.join(" · ", words);
  }

  /** Below the chosen key. */
  static String hint(Key chosen, KeyFacts.Facts facts) {
    return switch (facts) {
      case KeyFacts.Facts.Known(Key whole) ->
          String.join(
              " · ", kind(whole), Texts.text("key.made", Moments.day(whole.life().created())));
      case KeyFacts.Facts.Hidden(var why) ->
          Texts.text("key.facts.hidden", chosen.id().key(), why.details());
      case KeyFacts.Facts.Open _ -> Texts.text("key.facts.asking");
    };
  }

  /** A version's state: when it was made, begins, ends. */
  static String version(Key version) {
    List<String> words = new ArrayList<>();
    words.add(Texts.text("key.made", Moments.day(version.life().created())));
    version
        .life()
        .activates()
        .ifPresent(start -> words.add(Texts.text("key.activates", Moments.day(start))));
    version
        .life()
        .expires()
        .ifPresent(end -> words.add(Texts.text("key.expires", Moments.day(end))));
    words.add(Texts.text(version.life().enabled() ? "key.enabled" : "key.disabled"));
    return String.join(" · ", words);
  }

  /** Why a key or version is grey in its list, beside its name. */
  static String reason(Key whole, Finding why) {
    return switch (why.rule()) {
      case "CMK-13" -> Texts.text("key.refused.kind", kind(whole));
      case "CMK-15" ->
          Texts.text("key.refused.later", whole.life().activates().map(Moments::day).orElse(""));
      case "CMK-16" ->
          Texts.text("key.refused.expired", whole.life().expires().map(Moments::day).orElse(""));
      case "CMK-17" -> Texts.text("key.refused.disabled");
      case "CMK-19" -> Texts.text("key.refused.operations");
      default -> why.message();
    };
  }

  /** Why a store is left out, beside its name. */
  static String reason(KeyStore store, Finding why, String region) {
    return switch (why.rule()) {
      case "CMK-3" ->
          Texts.text(
              "key.leftout.region",
              RegionNames.display(store.region()),
              RegionNames.display(region));
      case "CMK-4" -> Texts.text("key.leftout.subscription");
      case "CMK-5" -> Texts.text("key.leftout.softdelete");
      case "CMK-6" -> Texts.text("key.leftout.purge");
      default -> why.message();
    };
  }

  /** A version, short enough to stand beside its dates. */
  static String shortId(Key version) {
    String id = version.id().version().orElse("");
    return id.length() > SHOWN
        ? id.substring(0, BEGIN) + "…" + id.substring(id.length() - END)
        : id;
  }

  private static String kind(Key whole) {
    return whole.bits() == 0 ? whole.type() : whole.type() + " " + whole.bits();
  }
}
