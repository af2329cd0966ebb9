package dev.wrapkey.ui.deployment;

import java.util.function.Consumer;
import javafx.collections.ObservableList;
import javafx.collections.transformation.FilteredList;

/**
 * Deployments that ended before their end and left something, until somebody decides what becomes
 * of it.
 */
public final class UnfinishedViewModel {

  private final FilteredList<Deployment> unfinished;
  private final Consumer<Deployment> open;

  /**
   * @param open opens the page of a deployment
   */
  public UnfinishedViewModel(Deployments deployments, Consumer<Deployment> open) {
    this.unfinished = new FilteredList<>(deployments.all(), UnfinishedViewModel::isUnfinished);
    this.open = open;
  }

  private static boolean isUnfinished(Deployment deployment) {
    return deployment.phaseProperty().get().isOpen() && deployment.entry().isUnfinished();
  }

  ObservableList<Deployment> deployments() {
    return unfinished;
  }

  void open(Deployment deployment) {
    open.accept(deployment);
  }

  void keep(Deployment deployment) {
    deployment.keep();
  }
}
