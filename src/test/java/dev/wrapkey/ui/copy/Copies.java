package dev.wrapkey.ui.copy;

import dev.wrapkey.provisioning.Origin;
import dev.wrapkey.provisioning.Plan;
import dev.wrapkey.provisioning.Server;
import dev.wrapkey.time.VirtualTime;
import dev.wrapkey.ui.Practice;
import dev.wrapkey.ui.wizard.Draft;
import dev.wrapkey.ui.wizard.RegionOffers;
import java.util.ArrayList;
import java.util.List;

/** The first tab of a copy's wizard on a practice cloud, and what it has told. */
final class Copies {

  final Source source;
  final Draft draft;
  final CopyBasicsViewModel basics;
  final List<Plan> moves = new ArrayList<>();

  Copies(Practice practice, String server, Origin.Mode mode) {
    Server from = practice.server(server);
    source =
        new Source(from, practice.subscription(from.id().subscription()), practice.time().now());
    draft = new Draft(source.plan(mode));
    basics =
        new CopyBasicsViewModel(
            new CopyBasicsViewModel.Means(
                practice.cloud(), Practice.tasks(), VirtualTime.standingAt(Practice.START)),
            source,
            draft,
            new RegionOffers(practice.cloud().directory(), Practice.tasks()),
            moves::add);
    basics.enter();
  }

  Plan left() {
    basics.leave();
    return draft.plan();
  }

  Origin origin() {
    return left().origin().orElseThrow();
  }
}
