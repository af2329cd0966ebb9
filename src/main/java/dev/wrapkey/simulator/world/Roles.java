package dev.wrapkey.simulator.world;

import java.util.List;
import java.util.Optional;

/**
 * The built-in roles the practice cloud knows.
 *
 * @param asOf date of the list, ISO
 * @param source the documents it was taken from
 * @param roles all of them
 */
public record Roles(String asOf, String source, List<Role> roles) {

  public Optional<Role> find(String id) {
    return roles.stream().filter(r -> r.id().equalsIgnoreCase(id)).findFirst();
  }

  public Role named(String name) {
    return roles.stream()
        .filter(r -> r.name().equals(name))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no such role: " + name));
  }
}
