package dev.wrapkey.ui.create.review;

import dev.wrapkey.provisioning.Plan;
import dev.wrapkey.ui.create.review.ReviewViewModel.Row;
import dev.wrapkey.ui.view.Texts;
import java.util.ArrayList;
import java.util.List;

/** The summary's lines on how people sign in. */
final class SignInRows {

  private SignInRows() {}

  static List<Row> of(Plan.Authentication authentication) {
    List<Row> rows = new ArrayList<>();
    if (authentication.method().hasPasswords()) {
      rows.add(new Row("review.login", authentication.login()));
    }
    rows.add(new Row("review.signin", Texts.text("review.signin." + authentication.method())));
    for (Plan.Administrator administrator : authentication.administrators()) {
      rows.add(
          new Row(
              "review.entra",
              Texts.text("review.entra.value", administrator.name(), administrator.objectId())));
    }
    return rows;
  }
}
