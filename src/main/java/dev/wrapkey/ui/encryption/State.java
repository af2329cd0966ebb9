package dev.wrapkey.ui.encryption;

/** Where the blade stands. */
enum State {
  LOADING,
  SERVICE_MANAGED,
  CUSTOMER_MANAGED,
  /** A key of another tenant: shown, never touched. */
  CROSS_TENANT,
  SAVING,
  FAILED;

  static State of(Present now) {
    if (!now.server().encryption().isCustomerManaged()) {
      return SERVICE_MANAGED;
    }
    return now.federated().isPresent() ? CROSS_TENANT : CUSTOMER_MANAGED;
  }
}
