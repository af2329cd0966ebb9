package dev.wrapkey.ui.choice;

import dev.wrapkey.preflight.Check;
import dev.wrapkey.preflight.Preflight;
import dev.wrapkey.preflight.Report;
import dev.wrapkey.preflight.Subject;
import dev.wrapkey.preflight.Verdict;
import dev.wrapkey.provisioning.Cancellation;
import dev.wrapkey.provisioning.CloudFailure;
import dev.wrapkey.provisioning.DataEncryption;
import dev.wrapkey.provisioning.KeyIdentifier;
import dev.wrapkey.provisioning.ManagedIdentity;
import dev.wrapkey.provisioning.ResourceId;
import dev.wrapkey.rules.Finding;
import dev.wrapkey.rules.Severity;
import dev.wrapkey.ui.key.Scope;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What of a preflight decides whether an identity can serve a server with a key, asked while a
 * person still chooses. Blocks.
 */
final class KeyProof {

  private static final Set<String> RULES =
      Set.of(
          "STORE-1", "KEY-1", "CMK-1", "CMK-3", "CMK-4", "CMK-5", "CMK-6", "CMK-7", "CMK-8",
          "CMK-10", "CMK-11", "CMK-13", "CMK-14", "CMK-15", "CMK-16", "CMK-17", "CMK-19", "CMK-20",
          "CMK-21", "CMK-36");

  /**
   * What was found out.
   *
   * @param findings what speaks against the choice, and advice
   */
  record Result(List<Finding> findings) {
    boolean obstructs() {
      return findings.stream().anyMatch(Finding::blocks);
    }
  }

  private final Preflight preflight;
  private final Optional<ResourceId> server;

  /**
   * @param server the server that has a key already, if there is one
   */
  KeyProof(Preflight preflight, Optional<ResourceId> server) {
    this.preflight = preflight;
    this.server = server;
  }

  /**
   * Checks key, store and rights.
   *
   * @throws CloudFailure if something cannot be seen and nothing that can be seen forbids the
   *     choice
   */
  Result prove(Scope scope, ManagedIdentity identity, KeyIdentifier id, Cancellation cancellation) {
    Subject subject =
        new Subject(
            scope.subscription(),
            scope.region(),
            Optional.empty(),
            server,
            DataEncryption.customerManaged(id, identity.id()));
    Report report = preflight.run(subject, RULES::contains, _ -> {}, cancellation);
    if (!report.obstructs() && !report.unseen().isEmpty()) {
      throw report.unseen().getFirst();
    }
    return new Result(
        report.checks().stream()
            .filter(check -> check.verdict() != Verdict.PASSED)
            .map(KeyProof::finding)
            .sorted(Comparator.comparing(Finding::blocks).reversed())
            .toList());
  }

  private static Finding finding(Check check) {
    Severity severity = check.obstructs() ? Severity.MUST : Severity.SHOULD;
    return new Finding(check.rule(), severity, check.message());
  }
}
