package dev.wrapkey.app;

import dev.wrapkey.catalog.PriceList;
import dev.wrapkey.provisioning.Plan;
import dev.wrapkey.ui.control.WithAside;
import dev.wrapkey.ui.create.compute.ComputeView;
import dev.wrapkey.ui.create.compute.ComputeViewModel;
import dev.wrapkey.ui.create.cost.CostView;
import dev.wrapkey.ui.create.cost.CostViewModel;
import dev.wrapkey.ui.navigation.Navigator;
import dev.wrapkey.ui.navigation.Page;
import dev.wrapkey.ui.view.Texts;
import dev.wrapkey.ui.view.Views;
import dev.wrapkey.ui.wizard.Draft;
import dev.wrapkey.ui.wizard.RegionOffers;
import java.util.Locale;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;

/** The page "Compute + storage" of one wizard, and the cost cards of both, in one currency. */
final class ComputePage {

  private final ObjectProperty<PriceList> prices =
      new SimpleObjectProperty<>(CostViewModel.usual(Locale.getDefault()));
  private final Navigator navigator;
  private final ComputeViewModel viewModel;
  private final Node screen;

  ComputePage(Draft draft, RegionOffers offers, Navigator navigator) {
    this.navigator = navigator;
    viewModel = new ComputeViewModel(draft, offers, navigator::back, Discard::ofComputeIsWanted);
    screen =
        Views.load("compute", new ComputeView(viewModel, card(viewModel.configurationProperty())));
  }

  void open() {
    viewModel.open();
    navigator.open(new Page(Texts.text("compute.crumb"), screen));
  }

  /** A card that shows what a configuration costs. */
  WithAside.Aside card(ObservableValue<Plan.Configuration> configuration) {
    CostViewModel cost = new CostViewModel(configuration, prices);
    return new WithAside.Aside(Views.load("cost", new CostView(cost)), cost.summaryProperty());
  }
}
