package dev.wrapkey.simulator.world;

/** Whether servers can use their customer-managed keys at this moment. */
public final class KeyHealth {

  private final World world;
  private final KeyUses uses;
  private final ServerKeys keys;

  public KeyHealth(World world, KeyStores stores, ServerKeys keys) {
    this.world = world;
    this.uses = stores.uses();
    this.keys = keys;
  }

  /** True for service-managed servers; otherwise get, wrap and unwrap would all succeed now. */
  public boolean works(Server server) {
    String key = server.encryption().key();
    if (key == null) {
      return true;
    }
    Principal caller = keys.identity(server.encryption()).asUsedByService();
    return KeyUri.parse(key)
        .flatMap(
            uri ->
                world
                    .vaultAt(uri.host())
                    .map(v -> uses.usable(new KeyCall(caller, v, uri.name(), uri.version()))))
        .orElse(false);
  }
}
