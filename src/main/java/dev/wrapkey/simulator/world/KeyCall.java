package dev.wrapkey.simulator.world;

import java.util.Locale;

/**
 * Who asks for which key.
 *
 * @param caller who
 * @param vault where
 * @param name of the key; empty for all keys of the vault
 * @param version its id; empty for the newest
 */
public record KeyCall(Principal caller, Vault vault, String name, String version) {

  /** The identifier that was asked for. */
  String uri() {
    String all = ("https://" + vault.host() + "/keys").toLowerCase(Locale.ROOT);
    String key = name.isEmpty() ? all : all + "/" + name;
    return version.isEmpty() ? key : key + "/" + version;
  }
}
