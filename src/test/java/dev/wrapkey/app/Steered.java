package dev.wrapkey.app;

import dev.wrapkey.rehearsal.Rehearsals;
import dev.wrapkey.rehearsal.Stage;
import dev.wrapkey.ui.Practice;
import dev.wrapkey.ui.practice.PracticeSteering;
import java.util.Random;

/** The program's own ways to steer a test's practice cloud, for tests of other packages. */
public final class Steered {

  private Steered() {}

  public static PracticeSteering by(Practice practice) {
    return new Wheel(practice::itself, practice.time());
  }

  public static Stage stage(Practice practice) {
    return new Theatre(practice.itself(), practice.time());
  }

  /** The rehearsals of a practice cloud, kept beside it. */
  public static Rehearsals rehearsals(Practice practice) {
    return new Rehearsals(
        practice.cloud(),
        stage(practice),
        practice.folder().resolve(Rehearsals.FOLDER),
        new Random());
  }
}
