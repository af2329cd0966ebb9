package dev.wrapkey.provisioning;

/** Asks whether the name is free, before anything is made. */
final class CheckName implements ProvisioningStep {

  static final String ID = "check-name";

  @Override
  public String id() {
    return ID;
  }

  // Once the server has been asked for, it is its own name that is taken.
  @Override
  public boolean isNeeded(StepContext context) {
    return context.ledger().entry().server() == Ledger.Presence.NONE;
  }

  @Override
  public void run(StepContext context) {
    Plan.Basics basics = context.plan().basics();
    context
        .work()
        .call(
            () ->
                context
                    .cloud()
                    .servers()
                    .refusalOfName(basics.subscription().id(), basics.region(), basics.name()))
        .ifPresent(
            reason -> {
              throw new CloudFailure(CloudFailure.Kind.NAME_TAKEN, "NameUnavailable", reason, "");
            });
  }
}
