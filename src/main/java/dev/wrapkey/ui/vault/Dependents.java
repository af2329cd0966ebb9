package dev.wrapkey.ui.vault;

import dev.wrapkey.provisioning.Cancellation;
import dev.wrapkey.provisioning.Cloud;
import dev.wrapkey.provisioning.CloudFailure;
import dev.wrapkey.provisioning.KeyUser;
import dev.wrapkey.provisioning.Subscription;
import java.util.ArrayList;
import java.util.List;

/**
 * The servers with customer-managed keys in all subscriptions a person can see. Blocks; call it in
 * the background.
 *
 * @param cloud where to look
 */
record Dependents(Cloud cloud) {

  /**
   * What was found.
   *
   * @param users the servers
   * @param subscriptions how many subscriptions were looked at
   * @param unread the names of those that could not be read
   */
  record Found(List<KeyUser> users, int subscriptions, List<String> unread) {}

  /**
   * Looks everywhere.
   *
   * @throws CloudFailure if not even the subscriptions can be listed
   */
  Found find(Cancellation cancellation) {
    List<Subscription> all = cloud.directory().subscriptions();
    List<KeyUser> users = new ArrayList<>();
    List<String> unread = new ArrayList<>();
    for (Subscription each : all) {
      cancellation.check();
      try {
        users.addAll(cloud.keyUsers().list(each.id()));
      } catch (CloudFailure unreadable) {
        unread.add(each.name());
      }
    }
    return new Found(List.copyOf(users), all.size(), List.copyOf(unread));
  }
}
