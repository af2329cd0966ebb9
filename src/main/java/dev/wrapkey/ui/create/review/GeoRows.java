package dev.wrapkey.ui.create.review;

import dev.wrapkey.provisioning.GeoEncryption;
import dev.wrapkey.ui.create.review.ReviewViewModel.Row;
import dev.wrapkey.ui.view.Texts;
import java.util.List;

/** The summary's lines on the second key. */
final class GeoRows {

  private GeoRows() {}

  static List<Row> of(GeoEncryption geo) {
    return List.of(
        new Row("review.geoidentity", geo.identity().name()),
        new Row("review.geostore", geo.key().storeName()),
        new Row("review.geokey", geo.key().key()),
        new Row(
            "review.geokeyversion", geo.key().version().orElse(Texts.text("review.automatic"))));
  }
}
