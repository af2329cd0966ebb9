package dev.wrapkey.simulator.rest;

import dev.wrapkey.simulator.world.Vault;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** The three ways to change the access policies of a vault (documented, 2022-07-01). */
enum PolicyChange {
  ADD,
  REPLACE,
  REMOVE;

  static PolicyChange of(String name) {
    return switch (name.toLowerCase(Locale.ROOT)) {
      case "add" -> ADD;
      case "replace" -> REPLACE;
      case "remove" -> REMOVE;
      default -> throw ArmErrors.invalidParameter("operationKind");
    };
  }

  List<Vault.Policy> apply(List<Vault.Policy> before, List<Vault.Policy> given) {
    List<Vault.Policy> after = new ArrayList<>(before);
    for (Vault.Policy change : given) {
      int at = 0;
      while (at < after.size() && !sameHolder(after.get(at), change)) {
        at++;
      }
      if (at == after.size()) {
        if (this != REMOVE) {
          after.add(change);
        }
      } else if (this == REMOVE) {
        after.remove(at);
      } else {
        after.set(at, this == ADD ? merged(after.get(at), change) : change);
      }
    }
    return List.copyOf(after);
  }

  private static boolean sameHolder(Vault.Policy one, Vault.Policy other) {
    return one.principal().equalsIgnoreCase(other.principal())
        && String.valueOf(one.application()).equalsIgnoreCase(String.valueOf(other.application()));
  }

  private static Vault.Policy merged(Vault.Policy one, Vault.Policy other) {
    Map<String, List<String>> others = new TreeMap<>(one.others());
    other.others().forEach((kind, more) -> others.merge(kind, more, PolicyChange::union));
    return new Vault.Policy(
        one.principal(), union(one.keys(), other.keys()), others, one.application());
  }

  private static List<String> union(List<String> one, List<String> other) {
    Set<String> all = new LinkedHashSet<>(one);
    other.stream().filter(o -> one.stream().noneMatch(o::equalsIgnoreCase)).forEach(all::add);
    return List.copyOf(all);
  }
}
