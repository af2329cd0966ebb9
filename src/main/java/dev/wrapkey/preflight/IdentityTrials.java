package dev.wrapkey.preflight;

import dev.wrapkey.language.Phrases;
import dev.wrapkey.provisioning.ActionBlock;
import dev.wrapkey.provisioning.ManagedIdentity;
import dev.wrapkey.provisioning.ResourceId;
import dev.wrapkey.rules.Finding;
import dev.wrapkey.rules.IdentityCheck;
import dev.wrapkey.rules.RegionNames;
import dev.wrapkey.rules.RulePack;
import java.util.List;
import java.util.Optional;

/**
 * Rules about the identity that uses a key: CMK-20, CMK-21 and RIGHT-2.
 *
 * @param facts what is known
 * @param own what the account may do with it
 */
record IdentityTrials(KeyFacts facts, Fact<List<ActionBlock>> own) {

  private static final String ASSIGN =
      "Microsoft.ManagedIdentity/userAssignedIdentities/assign/action";

  List<Trial> all() {
    Trials trials =
        new Trials(facts.purpose(), Phrases.say("trial.identity", facts.use().identity().name()));
    trials.add("CMK-20", () -> Optional.of(present(trials)));
    trials.about("CMK-21", facts::seenIdentity, identity -> near(trials, identity));
    trials.about("RIGHT-2", facts::seenIdentity, identity -> mayGive(trials, identity));
    return trials.all();
  }

  private Check present(Trials trials) {
    ResourceId id = facts.use().identity();
    if (!id.type().equalsIgnoreCase(ResourceId.IDENTITY)) {
      return trials.broken(finding("CMK-20.kind", id), Optional.empty());
    }
    return facts.identity().get().isEmpty()
        ? trials.broken(RulePack.finding("CMK-20", id.name()), Optional.empty())
        : trials.passed("CMK-20", id.name());
  }

  private static Finding finding(String text, ResourceId id) {
    return new Finding(
        "CMK-20", RulePack.rule("CMK-20").severity(), RulePack.words(text, id.toString()));
  }

  private Check near(Trials trials, ManagedIdentity identity) {
    return trials.judged(
        "CMK-21",
        IdentityCheck.check(identity, facts.use().region()),
        RegionNames.display(identity.region()));
  }

  private Check mayGive(Trials trials, ManagedIdentity identity) {
    boolean may = own.get().stream().anyMatch(block -> block.allows(ASSIGN));
    return trials.judged(
        "RIGHT-2",
        may ? Optional.empty() : Optional.of(RulePack.finding("RIGHT-2", identity.name())));
  }
}
