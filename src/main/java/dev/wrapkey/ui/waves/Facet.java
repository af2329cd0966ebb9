package dev.wrapkey.ui.waves;

import java.util.List;
import java.util.function.Function;

/** What servers can be told apart by. */
enum Facet {
  KEY(candidate -> List.of(candidate.keyName())),
  VAULT(candidate -> List.of(candidate.vault())),
  REGION(candidate -> List.of(candidate.region())),
  TAG(Candidate::tags);

  private final Function<Candidate, List<String>> values;

  Facet(Function<Candidate, List<String>> values) {
    this.values = values;
  }

  List<String> of(Candidate candidate) {
    return values.apply(candidate);
  }
}
