package dev.wrapkey.signin;

import dev.wrapkey.provisioning.Cloud;
import dev.wrapkey.provisioning.Line;
import java.util.List;

/** Somebody is signed in to one tenant of one Azure. */
public interface SignedIn {

  /**
   * Who.
   *
   * @param name user name of a person, display name or client ID of an application
   * @param objectId in the tenant
   * @param application whether it is no person
   */
  record Account(String name, String objectId, boolean application) {}

  /**
   * A directory that the account may use.
   *
   * @param id the GUID
   * @param name the display name; empty if the directory does not tell it
   */
  record Tenant(String id, String name) {}

  Account account();

  AzurePlace place();

  /** Where the account works now. */
  Tenant tenant();

  /**
   * All tenants that the account may use, by name.
   *
   * @throws dev.wrapkey.provisioning.CloudFailure if Azure does not tell them
   */
  List<Tenant> tenants();

  /**
   * The same account in another of its {@link #tenants()}; gets a token for it.
   *
   * @throws dev.wrapkey.provisioning.CloudFailure if that tenant asks for another sign-in
   */
  SignedIn in(Tenant tenant);

  /** Azure as this account sees it, in this tenant. */
  Cloud cloud();

  /** How the connection to Azure stands; the same object at every call. */
  Line line();

  /** Forgets the tokens, those that were kept too. Afterwards nothing can be asked any more. */
  void signOut();
}
