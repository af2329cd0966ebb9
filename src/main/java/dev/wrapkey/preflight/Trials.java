package dev.wrapkey.preflight;

import dev.wrapkey.rules.Finding;
import dev.wrapkey.rules.RulePack;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/** Collects the trials of one thing for one purpose. */
final class Trials {

  private final List<Trial> all = new ArrayList<>();
  private final Purpose purpose;
  private final String what;

  /**
   * @param what what has to be looked at, in words
   */
  Trials(Purpose purpose, String what) {
    this.purpose = purpose;
    this.what = what;
  }

  List<Trial> all() {
    return all;
  }

  Trials add(String rule, Supplier<Optional<Check>> judge) {
    all.add(new Trial(rule, purpose, what, judge));
    return this;
  }

  /** A rule about something that need not be there; where it is not, there is nothing to say. */
  <T> Trials about(String rule, Supplier<Optional<T>> thing, Function<T, Check> judge) {
    return add(rule, () -> thing.get().map(judge));
  }

  /** What a rule has found, or else that it has passed. */
  Check judged(String rule, Optional<Finding> finding, String... facts) {
    return finding
        .map(found -> broken(found, Optional.empty()))
        .orElseGet(() -> passed(rule, facts));
  }

  Check broken(Finding finding, Optional<Remedy> remedy) {
    Verdict verdict = finding.blocks() ? Verdict.FAILED : Verdict.ADVICE;
    return check(finding, verdict, remedy);
  }

  Check check(Finding finding, Verdict verdict, Optional<Remedy> remedy) {
    String why = RulePack.words(finding.rule() + ".why");
    return new Check(finding.rule(), purpose, verdict, finding.message() + " " + why, remedy);
  }

  Check passed(String rule, String... facts) {
    return said(rule, Verdict.PASSED, rule + ".passed", facts);
  }

  /** With a text of the rule's own. */
  Check said(String rule, Verdict verdict, String text, String... places) {
    return new Check(rule, purpose, verdict, RulePack.words(text, places), Optional.empty());
  }
}
