package dev.wrapkey.ui.preflight;

import dev.wrapkey.preflight.Check;
import dev.wrapkey.preflight.Preflight;
import dev.wrapkey.preflight.Probe;
import dev.wrapkey.preflight.Remedy;
import dev.wrapkey.preflight.Repair;
import dev.wrapkey.preflight.Report;
import dev.wrapkey.preflight.Subject;
import dev.wrapkey.provisioning.Cancellation;
import java.util.function.Consumer;

/** Checks and repairs, as the panel needs them. Both block. */
public interface Examiner {

  /**
   * Checks everything.
   *
   * @param found is told of each check as soon as it is there
   * @see Preflight#run(Subject, Consumer, Cancellation)
   */
  Report examine(Subject subject, Consumer<Check> found, Cancellation cancellation);

  /**
   * Applies a remedy and looks until it has taken effect.
   *
   * @see Repair#run(Remedy, Subject, Consumer, Cancellation)
   */
  Check repair(Remedy remedy, Subject subject, Consumer<Probe> probes, Cancellation cancellation);

  /** The real ones. */
  static Examiner of(Preflight preflight, Repair repair) {
    return new Examiner() {
      @Override
      public Report examine(Subject subject, Consumer<Check> found, Cancellation cancellation) {
        return preflight.run(subject, found, cancellation);
      }

      @Override
      public Check repair(
          Remedy remedy, Subject subject, Consumer<Probe> probes, Cancellation cancellation) {
        return repair.run(remedy, subject, probes, cancellation);
      }
    };
  }
}
