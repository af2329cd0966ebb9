package dev.wrapkey.provisioning;

import java.util.List;

/**
 * Those who are told when an alert rule is met.
 *
 * @param id its resource identifier
 * @param shortName at most 12 characters; stands in the messages ("Action groups", 2026)
 * @param emails the addresses that get an e-mail
 * @param others how many receivers it has besides: text messages, calls, functions …
 * @param enabled a group that is not tells nobody
 */
public record ActionGroup(
    ResourceId id, String shortName, List<String> emails, int others, boolean enabled) {

  public static final String TYPE = "Microsoft.Insights/actionGroups";

  /** The service takes no longer one ("Action groups", 2026). */
  public static final int LONGEST_SHORT_NAME = 12;

  public ActionGroup {
    emails = List.copyOf(emails);
  }

  public String name() {
    return id.name();
  }
}
