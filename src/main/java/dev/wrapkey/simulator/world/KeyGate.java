package dev.wrapkey.simulator.world;

/** Decides whether a call may use a vault's keys: first the firewall, then rights. */
public final class KeyGate {

  /**
   * The address every program on this machine seems to call from (a documentation address, RFC
   * 5737).
   */
  public static final String CLIENT_ADDRESS = "203.0.113.7";

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
    if (!passesFirewall(caller, vault)) {
      throw KeyRefusals.byFirewall(callerText(caller), vault);
    }
    if (vault.rights().rbac()) {
      String scope = scope(vault, key);
      if (!access.permitsData(caller.objectId(), scope, action.dataAction(vault))) {
        throw KeyRefusals.byRoles(callerText(caller), vault, action, scope);
      }
    } else if (vault.rights().policies().stream()
        .noneMatch(
            p ->
                p.principal().equalsIgnoreCase(caller.objectId())
                    && p.allows(action.permission()))) {
      throw KeyRefusals.byPolicy(callerText(caller), vault, action);
    }
  }

  private static boolean passesFirewall(Principal caller, Vault vault) {
    Vault.Firewall firewall = vault.firewall();
    return !firewall.deny()
        || (caller.trustedService() && firewall.trustedServices())
        || (!caller.trustedService() && firewall.addresses().contains(CLIENT_ADDRESS));
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
