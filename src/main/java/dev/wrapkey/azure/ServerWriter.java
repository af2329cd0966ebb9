package dev.wrapkey.azure;

import com.azure.resourcemanager.postgresqlflexibleserver.fluent.models.FirewallRuleInner;
import com.azure.resourcemanager.postgresqlflexibleserver.fluent.models.ServerInner;
import com.azure.resourcemanager.postgresqlflexibleserver.models.ActiveDirectoryAdministratorAdd;
import com.azure.resourcemanager.postgresqlflexibleserver.models.ActiveDirectoryAuthEnum;
import com.azure.resourcemanager.postgresqlflexibleserver.models.AuthConfig;
import com.azure.resourcemanager.postgresqlflexibleserver.models.CreateMode;
import com.azure.resourcemanager.postgresqlflexibleserver.models.IdentityType;
import com.azure.resourcemanager.postgresqlflexibleserver.models.PasswordAuthEnum;
import com.azure.resourcemanager.postgresqlflexibleserver.models.PrincipalType;
import com.azure.resourcemanager.postgresqlflexibleserver.models.ServerForUpdate;
import com.azure.resourcemanager.postgresqlflexibleserver.models.ServerVersion;
import dev.wrapkey.provisioning.DataEncryption;
import dev.wrapkey.provisioning.Plan;
import java.util.Map;

/** Plans in the shape the service takes them (portal specification 4.3). */
final class ServerWriter {

  private ServerWriter() {}

  static ServerInner server(Plan plan, String tenant) {
    return plan.origin()
        .map(origin -> CopyWriter.server(plan, origin))
        .orElseGet(() -> empty(plan, tenant));
  }

  private static ServerInner empty(Plan plan, String tenant) {
    Plan.Basics basics = plan.basics();
    Plan.Authentication authentication = basics.authentication();
    ServerInner server =
        ConfigurationWriter.write(new ServerInner(), plan.configuration())
            .withLocation(basics.region())
            .withTags(Map.copyOf(plan.tags()))
            .withCreateMode(CreateMode.CREATE)
            .withVersion(ServerVersion.fromString(basics.version()))
            .withAuthConfig(authConfig(authentication.method(), tenant))
            .withNetwork(ConfigurationWriter.network(plan.networking()));
    if (authentication.method().hasPasswords()) {
      server
          .withAdministratorLogin(authentication.login())
          .withAdministratorLoginPassword(authentication.password().reveal());
    }
    if (!basics.availabilityZone().isEmpty()) {
      server.withAvailabilityZone(basics.availabilityZone());
    }
    if (plan.encryption().isCustomerManaged()) {
      server
          .withIdentity(EncryptionWriter.identities(plan.encryption()))
          .withDataEncryption(EncryptionWriter.encryption(plan.encryption()));
    }
    return server;
  }

  /** Keys and identities always go together, the identities being assigned on the way. */
  static ServerForUpdate keyChange(DataEncryption wanted, IdentityType type) {
    return new ServerForUpdate()
        .withIdentity(EncryptionWriter.identities(wanted).withType(type))
        .withDataEncryption(EncryptionWriter.encryption(wanted));
  }

  static FirewallRuleInner firewallRule(Plan.FirewallRule rule) {
    return new FirewallRuleInner().withStartIpAddress(rule.start()).withEndIpAddress(rule.end());
  }

  static ActiveDirectoryAdministratorAdd administrator(
      Plan.Administrator administrator, String tenant) {
    return new ActiveDirectoryAdministratorAdd()
        .withPrincipalName(administrator.name())
        .withPrincipalType(PrincipalType.fromString(administrator.type()))
        .withTenantId(tenant);
  }

  private static AuthConfig authConfig(Plan.Authentication.Method method, String tenant) {
    return new AuthConfig()
        .withPasswordAuth(
            method.hasPasswords() ? PasswordAuthEnum.ENABLED : PasswordAuthEnum.DISABLED)
        .withActiveDirectoryAuth(
            method.hasEntra() ? ActiveDirectoryAuthEnum.ENABLED : ActiveDirectoryAuthEnum.DISABLED)
        .withTenantId(tenant);
  }
}
