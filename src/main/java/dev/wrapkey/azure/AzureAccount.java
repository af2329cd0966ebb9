package dev.wrapkey.azure;

import com.azure.core.credential.TokenRequestContext;
import dev.wrapkey.provisioning.Cloud;
import dev.wrapkey.provisioning.CloudFailure;
import dev.wrapkey.provisioning.Line;
import dev.wrapkey.provisioning.Plan;
import dev.wrapkey.signin.AzurePlace;
import dev.wrapkey.signin.SignedIn;
import java.util.Comparator;
import java.util.List;

/** An account of Entra in one tenant, with Azure as it sees it there. */
final class AzureAccount implements SignedIn {

  private final AzureConnection connection;
  private final Account account;
  private final Tenant tenant;
  private final Runnable end;
  private final Line line;
  private final AzureCloud cloud;

  private AzureAccount(
      AzureConnection connection, Account account, Tenant tenant, Runnable end, Line line) {
    this.line = line;
    this.connection = connection;
    this.account = account;
    this.tenant = tenant;
    this.end = end;
    this.cloud = new AzureCloud(connection);
  }

  /**
   * Asks for the names of account and tenant; that somebody may not read them is no failure.
   *
   * @param claims of the account's token
   * @param end forgets everything that was kept
   * @param line how the connection stands
   */
  static AzureAccount of(AzureConnection connection, Claims claims, Runnable end, Line line) {
    Plan.Administrator who = new Caller(connection).account(claims);
    String name = who.name().isEmpty() ? claims.clientId() : who.name();
    Account account = new Account(name, claims.objectId(), claims.isApplication());
    return new AzureAccount(connection, account, named(connection), end, line);
  }

  private static Tenant named(AzureConnection connection) {
    Tenant unnamed = new Tenant(connection.tenant(), "");
    try {
      return tenants(connection).stream()
          .filter(t -> t.id().equalsIgnoreCase(unnamed.id()))
          .findFirst()
          .orElse(unnamed);
    } catch (CloudFailure _) {
      return unnamed;
    }
  }

  @Override
  public Account account() {
    return account;
  }

  @Override
  public AzurePlace place() {
    return connection.place();
  }

  @Override
  public Tenant tenant() {
    return tenant;
  }

  @Override
  public List<Tenant> tenants() {
    return tenants(connection);
  }

  // Tenants - List of Azure Resource Manager, which needs no right in any of them.
  private static List<Tenant> tenants(AzureConnection connection) {
    ArmClients clients = new ArmClients(connection);
    return Pages.all(
            () -> clients.tenant().tenants().list(),
            found ->
                new Tenant(
                    Answer.text(found.tenantId()), Answer.text(found.innerModel().displayName())))
        .stream()
        .sorted(
            Comparator.comparing(Tenant::name, String.CASE_INSENSITIVE_ORDER)
                .thenComparing(Tenant::id))
        .toList();
  }

  @Override
  public SignedIn in(Tenant other) {
    if (!connection.place().isCustom()) {
      AzureConnection.refusePractice(other.id());
    }
    AzureConnection there = connection.within(other.id());
    TokenRequestContext arm = new TokenRequestContext().addScopes(there.armScope());
    Claims claims = Claims.of(AzureFailures.answer(there.credential().getToken(arm)).getToken());
    Account same = new Account(account.name(), claims.objectId(), account.application());
    return new AzureAccount(there, same, other, end, line);
  }

  @Override
  public Cloud cloud() {
    return cloud;
  }

  @Override
  public Line line() {
    return line;
  }

  @Override
  public void signOut() {
    end.run();
  }
}
