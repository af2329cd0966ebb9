package dev.wrapkey.provisioning;

import java.util.HexFormat;
import java.util.random.RandomGenerator;

/** Names of deployments as the portal makes them (portal specification 4.4). */
public final class DeploymentName {

  private DeploymentName() {}

  /** {@code PostgreSqlFlexibleServer_} and 32 lower-case hex digits. */
  public static String next(RandomGenerator random) {
    byte[] bytes = new byte[16];
    random.nextBytes(bytes);
    return "PostgreSqlFlexibleServer_" + HexFormat.of().formatHex(bytes);
  }
}
