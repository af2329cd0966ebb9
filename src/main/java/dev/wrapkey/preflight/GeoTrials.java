package dev.wrapkey.preflight;

import dev.wrapkey.language.Phrases;
import dev.wrapkey.provisioning.DataEncryption;
import dev.wrapkey.provisioning.GeoEncryption;
import dev.wrapkey.rules.GeoKeyCheck;
import dev.wrapkey.rules.RulePack;
import java.util.List;
import java.util.Optional;

/**
 * Whether the keys fit together: BLD-12, CMK-22 and CMK-26 to CMK-28.
 *
 * @param subject the server
 */
record GeoTrials(Subject subject) {

  List<Trial> all() {
    DataEncryption encryption = subject.encryption();
    Optional<GeoEncryption> geo = encryption.geo();
    Trials trials = new Trials(Purpose.GEO, Phrases.say("trial.key.second"));
    if (subject.pairedRegion().isPresent()) {
      trials.add("CMK-27", () -> Optional.of(needed(trials, geo)));
    } else {
      trials.add("CMK-28", () -> Optional.of(unwanted(trials, geo)));
    }
    geo.ifPresent(
        second ->
            encryption
                .identity()
                .ifPresent(
                    first ->
                        trials.add(
                            "CMK-22",
                            () ->
                                Optional.of(
                                    trials.judged(
                                        "CMK-22",
                                        GeoKeyCheck.identities(first, second.identity()))))));
    return trials.all();
  }

  private static Check needed(Trials trials, Optional<GeoEncryption> geo) {
    return trials.judged(
        "CMK-27", geo.isPresent() ? Optional.empty() : Optional.of(RulePack.finding("CMK-27")));
  }

  private static Check unwanted(Trials trials, Optional<GeoEncryption> geo) {
    return trials.judged("CMK-28", geo.map(_ -> RulePack.finding("CMK-28")));
  }
}
