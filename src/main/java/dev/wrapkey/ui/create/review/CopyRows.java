package dev.wrapkey.ui.create.review;

import dev.wrapkey.provisioning.Origin;
import dev.wrapkey.ui.create.review.ReviewViewModel.Row;
import dev.wrapkey.ui.view.Moments;
import dev.wrapkey.ui.view.Texts;
import java.util.ArrayList;
import java.util.List;

/** The summary's lines on what a server is copied from. */
final class CopyRows {

  private CopyRows() {}

  static List<Row> of(Origin origin) {
    List<Row> rows = new ArrayList<>();
    rows.add(new Row("review.source", origin.source().name()));
    rows.add(new Row("review.copy", Texts.text("review.copy." + origin.mode())));
    if (!origin.isReplica()) {
      rows.add(new Row("review.point", point(origin)));
      origin.key().ifPresent(key -> rows.add(new Row("review.sourcekey", key.toString())));
    }
    return rows;
  }

  private static String point(Origin origin) {
    String at = origin.moment().map(Moments::utc).orElse("");
    if (origin.isLatest()) {
      return Texts.text("review.point.latest");
    }
    return Texts.text(origin.backup().isEmpty() ? "review.point.at" : "review.point.fast", at);
  }
}
