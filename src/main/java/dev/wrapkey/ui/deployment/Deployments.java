package dev.wrapkey.ui.deployment;

import dev.wrapkey.provisioning.DeploymentName;
import dev.wrapkey.provisioning.Ledger;
import dev.wrapkey.provisioning.Plan;
import dev.wrapkey.provisioning.Provisioning;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import javafx.beans.Observable;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/**
 * All deployments of this run of the program, and those that an earlier run has left. They belong
 * to the program, not to a page or a window. Lives on the screen's thread.
 */
public final class Deployments {

  private final Means means;
  private final Path folder;
  private final RandomGenerator random;
  private final ObservableList<Deployment> all =
      FXCollections.observableArrayList(
          deployment -> new Observable[] {deployment.phaseProperty()});
  private Consumer<Deployment> opener = deployment -> {};
  private boolean watched = true;

  /**
   * @param folder of the ledgers
   * @param random names of deployments
   */
  public Deployments(Means means, Path folder, RandomGenerator random) {
    this.means = means;
    this.folder = folder;
    this.random = random;
  }

  /** How the page of a deployment is opened. */
  public void onOpen(Consumer<Deployment> newOpener) {
    opener = newOpener;
  }

  /** Opens the page of a deployment. */
  public void open(Deployment deployment) {
    opener.accept(deployment);
  }

  /** Whether somebody can see how a deployment ends; what nobody saw is told at the next start. */
  public void watched(boolean visible) {
    watched = visible;
  }

  /** Starts to carry out a plan. */
  public Deployment begin(Plan plan) {
    Ledger ledger = Ledger.begin(folder, DeploymentName.next(random), plan, means.time().now());
    Deployment fresh = add(ledger, Optional.of(plan));
    fresh.start();
    return fresh;
  }

  /**
   * Takes up what an earlier run of the program has left: goes on with what Azure has accepted, and
   * tells of the rest.
   */
  public void recover() {
    for (Ledger ledger : Ledger.untold(folder)) {
      Ledger.Entry entry = ledger.entry();
      boolean news = !entry.stand().told();
      Deployment old = add(ledger, entry.notes().plan());
      switch (entry.phase()) {
        case RUNNING -> takeUp(old);
        case FAILED -> found(old, failed(entry), news);
        case CANCELLED -> found(old, Phase.CANCELLED, news);
        case SUCCEEDED -> found(old, Phase.SUCCEEDED, news);
        case SETTLED -> found(old, Phase.KEPT, news);
      }
      if (entry.phase() != Ledger.Phase.RUNNING) {
        ledger.told();
      }
    }
  }

  private static Phase failed(Ledger.Entry entry) {
    return entry
            .notes()
            .refusal()
            .filter(why -> why.code().equals(Provisioning.PASSWORD_NEEDED))
            .isPresent()
        ? Phase.INTERRUPTED
        : Phase.FAILED;
  }

  private static void takeUp(Deployment old) {
    Ledger.Entry entry = old.entry();
    if (entry.step().equals(Provisioning.REMOVE_SERVER)) {
      found(old, Phase.REMOVAL_INTERRUPTED, true);
    } else if (entry.made().hasServer() && old.plan().isPresent()) {
      old.takeUp();
    } else {
      found(old, Phase.INTERRUPTED, true);
    }
  }

  private static void found(Deployment old, Phase phase, boolean news) {
    old.found(phase);
    if (news) {
      old.tellEnd();
    }
  }

  private Deployment add(Ledger ledger, Optional<Plan> plan) {
    Deployment one =
        new Deployment(means, ledger, plan, () -> watched, each -> opener.accept(each));
    all.add(one);
    return one;
  }

  /** In the order in which they began; tells of changes of phase too. */
  public ObservableList<Deployment> all() {
    return FXCollections.unmodifiableObservableList(all);
  }

  /** Forgets a deployment that is not running; what it has made stays. */
  void delete(Deployment deployment) {
    if (!deployment.phaseProperty().get().isBusy()) {
      deployment.forget();
      all.remove(deployment);
    }
  }
}
