package dev.wrapkey.simulator.world;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Decides whether a call may use a vault's keys: first the firewall, then rights. */
public final class KeyGate {

  /**
   * The address every program on this machine seems to call from (a documentation address, RFC
   * 5737).
   */
  public static final String CLIENT_ADDRESS = "203.0.113.7";

  private static final Pattern BLOCK =
      Pattern.compile("(\\d{1,3}(?:\\.\\d{1,3}){3})(?:/(\\d{1,2}))?");

  private final Access access;
  private final String tenant;

  public KeyGate(Access access, String tenant) {
    this.access = access;
    this.tenant = tenant;
  }

  /**
   * Lets the call pass or refuses it.
   *
   * @param key name of the key, or empty for all keys
   * @throws Refusal 403 ForbiddenByFirewall, ForbiddenByRbac or AccessDenied
   */
  public void check(Principal caller, Vault vault, String key, KeyAction action) {
    boolean trusted = caller.trustedService() && vault.firewall().trustedServices();
    if (!vault.details().publicAccess() && !trusted) {
      throw KeyRefusals.byConnection(callerText(caller), vault);
    }
    if (!trusted && !passesFirewall(caller, vault)) {
      throw KeyRefusals.byFirewall(callerText(caller), vault);
    }
    if (vault.rights().rbac()) {
      String scope = scope(vault, key);
      if (!access.permitsData(caller.objectId(), scope, action.dataAction(vault))) {
        throw KeyRefusals.byRoles(callerText(caller), vault, action, scope);
      }
    } else if (vault.rights().policies().stream()
        .noneMatch(p -> p.isFor(caller) && p.allows(action.permission()))) {
      throw KeyRefusals.byPolicy(callerText(caller), vault, action);
    }
  }

  private static boolean passesFirewall(Principal caller, Vault vault) {
    Vault.Firewall firewall = vault.firewall();
    return !firewall.deny()
        || (!caller.trustedService()
            && firewall.addresses().stream().anyMatch(KeyGate::includesClient));
  }

  /** An address or a block of addresses in CIDR notation. */
  private static boolean includesClient(String rule) {
    Matcher block = BLOCK.matcher(rule);
    if (!block.matches()) {
      return false;
    }
    int bits = block.group(2) == null ? 32 : Integer.parseInt(block.group(2));
    int host = Math.max(0, 32 - bits);
    return number(block.group(1)) >>> host == number(CLIENT_ADDRESS) >>> host;
  }

  private static long number(String address) {
    long number = 0;
    for (String part : address.split("\\.")) {
      number = number << 8 | Long.parseLong(part) & 0xff;
    }
    return number;
  }

  private static String scope(Vault vault, String key) {
    String all = vault.isHsm() ? "hsm://" + vault.id().name() + "/keys" : vault.id().text();
    if (key.isEmpty()) {
      return all;
    }
    return vault.isHsm() ? all + "/" + key : all + "/keys/" + key;
  }

  private String callerText(Principal caller) {
    return "appid=%s;oid=%s;iss=https://sts.windows.net/%s/"
        .formatted(caller.appId(), caller.objectId(), tenant);
  }
}
