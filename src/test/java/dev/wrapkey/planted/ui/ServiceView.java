package dev.wrapkey.planted.ui;

import dev.wrapkey.planted.provisioning.Service;
import org.jspecify.annotations.Nullable;

final class ServiceView {
  @Nullable Service service;
}
