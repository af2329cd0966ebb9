package dev.wrapkey.planted.encryption;

import dev.wrapkey.planted.provisioning.Service;
import org.jspecify.annotations.Nullable;

public final class SeesProvisioning {
  @Nullable Service service;
}
