package dev.wrapkey.cli;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Whose words an answer is, for programs.
 *
 * @param cloud as {@code --cloud} calls it
 * @param tenant its ID; empty for the practice cloud
 * @param account who is signed in; empty for the practice cloud
 */
public record Signature(String cloud, String tenant, String account) {

  /** Of the practice cloud. */
  public static final Signature PRACTICE = new Signature(CloudOption.PRACTICE, "", "");

  /** As an answer in JSON says it. */
  public Map<String, String> facts() {
    Map<String, String> facts = new LinkedHashMap<>();
    facts.put("cloud", cloud);
    if (!tenant.isEmpty()) {
      facts.put("tenant", tenant);
      facts.put("account", account);
    }
    return facts;
  }
}
