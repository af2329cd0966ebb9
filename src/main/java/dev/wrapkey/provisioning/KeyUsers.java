package dev.wrapkey.provisioning;

import java.util.List;

/** Who needs which key. Failures as in {@link Cloud}. */
public interface KeyUsers {

  /** The servers of a subscription that are encrypted with customer-managed keys, by name. */
  List<KeyUser> list(String subscription);
}
