package dev.wrapkey.simulator.world;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reading and setting the rotation policy of a key. */
public final class RotationPolicies {

  private final World world;
  private final KeyShelf shelf;
  private final KeyDesk desk;

  RotationPolicies(World world, KeyShelf shelf, KeyDesk desk) {
    this.world = world;
    this.shelf = shelf;
    this.desk = desk;
  }

  /**
   * A key's policy.
   *
   * @param key which
   * @param policy its own, or the one that Key Vault shows for a key without
   * @param own whether somebody has set it
   */
  public record Held(Key key, RotationPolicy policy, boolean own) {}

  public Held get(KeyCall call) {
    return desk.serve(
        KeyAction.GET_POLICY,
        call,
        () -> {
          Key key = shelf.key(call.vault(), call.name());
          return shelf
              .policy(key.host(), key.name())
              .map(p -> new Held(key, p, true))
              .orElseGet(() -> new Held(key, none(), false));
        });
  }

  /** Replaces a key's policy. */
  public Held set(KeyCall call, List<RotationPolicy.Action> actions, @Nullable String expiry) {
    return desk.serve(
        KeyAction.SET_POLICY,
        call,
        () -> {
          Key key = shelf.key(call.vault(), call.name());
          RotationPolicy policy =
              new RotationPolicy(
                  actions,
                  expiry,
                  shelf
                      .policy(key.host(), key.name())
                      .map(RotationPolicy::created)
                      .orElse(world.now()),
                  world.now());
          world.rotationPolicies().put(World.keyOf(key.host(), key.name()), policy);
          return new Held(key, policy, true);
        });
  }

  /** Documented: a key without a policy is reported thirty days before it expires. */
  private RotationPolicy none() {
    return new RotationPolicy(
        List.of(new RotationPolicy.Action("Notify", null, "P30D")), null, world.now(), world.now());
  }
}
