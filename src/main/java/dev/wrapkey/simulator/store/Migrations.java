package dev.wrapkey.simulator.store;

import java.io.IOException;
import java.util.List;
import org.h2.mvstore.MVMap;
import org.h2.mvstore.MVStore;

/** Brings a state to the form that this program writes, step by step, all steps or none. */
final class Migrations {

  private static final List<Migration> STEPS = List.of(new StampMigration(), new SpellsMigration());

  /** The version of the form that this program writes. */
  static final int CURRENT = STEPS.getLast().from() + 1;

  private Migrations() {}

  /**
   * Does what is needed. The old file stays beside the new one as {@code state.mv.vN}.
   *
   * @throws NewerState if the state is of a later version; nothing is changed then
   */
  static void bringUp(StateFile file) throws IOException {
    int version = file.version(CURRENT);
    if (version > CURRENT) {
      throw new NewerState(version, CURRENT);
    }
    if (version < CURRENT) {
      file.keepAs("state.mv.v" + version);
      file.rewrite(state -> run(state, version));
    }
  }

  private static void run(MVStore state, int version) {
    MVMap<String, String> notes = state.openMap(DurableStore.NOTES);
    for (Migration step : STEPS.subList(version, STEPS.size())) {
      step.apply(state);
      notes.put(DurableStore.STAMP, String.valueOf(step.from() + 1));
    }
  }
}
