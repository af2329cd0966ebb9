package dev.wrapkey.ui;

import dev.wrapkey.provisioning.DataEncryption;
import dev.wrapkey.provisioning.Plan;
import dev.wrapkey.provisioning.Secret;
import dev.wrapkey.provisioning.Subscription;
import dev.wrapkey.ui.wizard.Draft;
import java.util.List;
import java.util.TreeMap;

/** Plans to start tests from. */
public final class Drafts {

  private Drafts() {}

  public static Draft blank() {
    return new Draft(
        new Plan(
            new Plan.Basics(
                new Subscription("", ""),
                "",
                false,
                "",
                "",
                "17",
                Plan.Compute.PRODUCTION,
                "",
                new Plan.Admin("", Secret.EMPTY)),
            new Plan.Networking(true, false, List.of()),
            DataEncryption.serviceManaged(),
            new TreeMap<>()));
  }
}
