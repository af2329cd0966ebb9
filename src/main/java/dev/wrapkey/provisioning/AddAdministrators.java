package dev.wrapkey.provisioning;

/** Names the administrators from Microsoft Entra ID. Naming one twice leaves it as it is. */
final class AddAdministrators implements ProvisioningStep {

  static final String ID = "administrators";

  @Override
  public String id() {
    return ID;
  }

  @Override
  public boolean isNeeded(StepContext context) {
    Plan.Authentication authentication = context.plan().basics().authentication();
    return authentication.method().hasEntra() && !authentication.administrators().isEmpty();
  }

  @Override
  public void run(StepContext context) {
    for (Plan.Administrator administrator :
        context.plan().basics().authentication().administrators()) {
      context.work().running(administrator.name());
      context
          .work()
          .carryOut(
              () ->
                  context
                      .cloud()
                      .servers()
                      .addAdministrator(context.plan().serverId(), administrator));
    }
  }
}
