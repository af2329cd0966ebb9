package dev.wrapkey.provisioning;

/** Finds the resource group, or makes it if the plan says so. */
final class EnsureResourceGroup implements ProvisioningStep {

  static final String ID = "resource-group";

  @Override
  public String id() {
    return ID;
  }

  @Override
  public void run(StepContext context) {
    if (exists(context)) {
      claimIfAskedFor(context.ledger());
    } else if (context.plan().basics().createGroup()) {
      create(context);
    } else {
      throw new CloudFailure(
          CloudFailure.Kind.NOT_FOUND,
          "ResourceGroupNotFound",
          context.plan().basics().group(),
          "");
    }
  }

  private static boolean exists(StepContext context) {
    Plan.Basics basics = context.plan().basics();
    return context
        .work()
        .call(() -> context.cloud().directory().resourceGroups(basics.subscription().id()))
        .stream()
        .anyMatch(group -> group.name().equalsIgnoreCase(basics.group()));
  }

  // An earlier run asked and did not live to hear the answer.
  private static void claimIfAskedFor(Ledger ledger) {
    if (ledger.entry().group() == Ledger.Presence.REQUESTED) {
      ledger.group(Ledger.Presence.EXISTS);
    }
  }

  private static void create(StepContext context) {
    Plan.Basics basics = context.plan().basics();
    context.ledger().group(Ledger.Presence.REQUESTED);
    try {
      context
          .work()
          .call(
              () ->
                  context
                      .cloud()
                      .directory()
                      .createResourceGroup(
                          basics.subscription().id(), basics.group(), basics.region()));
    } catch (CloudFailure failure) {
      if (!failure.kind().isSilence()) {
        context.ledger().group(Ledger.Presence.NONE);
      }
      throw failure;
    }
    context.ledger().group(Ledger.Presence.EXISTS);
  }
}
