package dev.wrapkey.simulator.rest;

import dev.wrapkey.simulator.world.ArmId;
import dev.wrapkey.simulator.world.ResourceGroup;
import dev.wrapkey.simulator.world.World;

/** The resource group that a request names must exist before anything else is looked at. */
final class Groups {

  private Groups() {}

  static ResourceGroup require(World world, Call call) {
    return world
        .groups()
        .get(ArmId.group(call.part("sub"), call.part("rg")).key())
        .orElseThrow(() -> ArmErrors.groupNotFound(call.part("rg")));
  }

  /** For a listing, which may be of a whole subscription. */
  static String scope(World world, Call call) {
    if (!call.part("rg").isEmpty()) {
      require(world, call);
    }
    return call.scope();
  }
}
