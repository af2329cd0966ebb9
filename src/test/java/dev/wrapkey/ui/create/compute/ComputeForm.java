package dev.wrapkey.ui.create.compute;

import dev.wrapkey.catalog.ComputeSize;
import dev.wrapkey.provisioning.Plan;
import dev.wrapkey.ui.Drafts;
import dev.wrapkey.ui.Practice;
import dev.wrapkey.ui.wizard.Draft;
import dev.wrapkey.ui.wizard.RegionOffers;
import java.util.ArrayList;
import java.util.List;

/** The page of size and storage over a practice cloud, and the answer to its question. */
abstract class ComputeForm {

  final Draft draft = Drafts.blank();
  final RegionOffers offers = new RegionOffers(practice().cloud().directory(), Practice.tasks());
  final List<String> left = new ArrayList<>();
  final List<String> asked = new ArrayList<>();
  boolean yes;
  final ComputeViewModel page =
      new ComputeViewModel(draft, offers, () -> left.add("left"), this::ask);

  /** A practice cloud of each class's own. */
  abstract Practice practice();

  boolean ask() {
    asked.add("asked");
    return yes;
  }

  void in(String region) {
    offers.look(Practice.PRODUCTION, region);
    page.open();
  }

  Plan.Configuration now() {
    return page.configurationProperty().getValue();
  }

  List<String> sizes() {
    return page.sizes().sizesProperty().getValue().stream().map(ComputeSize::sku).toList();
  }
}
