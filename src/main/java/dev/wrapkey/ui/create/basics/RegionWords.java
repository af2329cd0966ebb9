package dev.wrapkey.ui.create.basics;

import dev.wrapkey.catalog.Catalog;
import dev.wrapkey.catalog.RegionFacts;
import dev.wrapkey.provisioning.Region;
import dev.wrapkey.rules.RegionNames;
import dev.wrapkey.ui.view.Texts;
import java.util.ArrayList;
import java.util.List;

/** What a region offers, beside its name: zones, geo-redundant backup, its pair. */
final class RegionWords {

  private RegionWords() {}

  static String of(Region region) {
    return Catalog.region(region.name()).map(facts -> words(region, facts)).orElse("");
  }

  private static String words(Region region, RegionFacts facts) {
    List<String> words = new ArrayList<>();
    words.add(Texts.text("basics.region.zones." + facts.zones()));
    words.add(
        region
            .pair()
            .or(facts::pair)
            .filter(pair -> facts.geoBackup())
            .map(pair -> Texts.text("basics.region.geo", RegionNames.display(pair)))
            .orElse(Texts.text("basics.region.geo.none")));
    if (facts.onRequest()) {
      words.add(Texts.text("basics.region.request"));
    }
    return String.join(" · ", words);
  }
}
