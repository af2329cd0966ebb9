package dev.wrapkey.ui.signin;

import dev.wrapkey.provisioning.Cancellation;
import dev.wrapkey.provisioning.Cloud;
import dev.wrapkey.provisioning.CloudFailure;
import dev.wrapkey.provisioning.Line;
import dev.wrapkey.signin.AzurePlace;
import dev.wrapkey.signin.SignIn;
import dev.wrapkey.signin.SignedIn;
import dev.wrapkey.time.SystemTime;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A door that writes down who came, in front of a cloud of the test's. */
final class Scripted implements SignIn {

  static final SignedIn.Tenant HOME = new SignedIn.Tenant("tenant-home", "Contoso");
  static final SignedIn.Tenant GUEST = new SignedIn.Tenant("tenant-guest", "Fabrikam");

  final List<Wish> wishes = new ArrayList<>();
  final List<Wish> reminders = new ArrayList<>();
  final Cloud cloud;
  boolean remembers;
  boolean tells;
  boolean listsTenants = true;
  Optional<CloudFailure> refusal = Optional.empty();

  Scripted(Cloud cloud) {
    this.cloud = cloud;
  }

  @Override
  public SignedIn signIn(Wish wish, Prompt prompt, Cancellation cancellation) {
    wishes.add(wish);
    if (tells) {
      prompt.deviceCode(
          "ABCD1234E",
          URI.create("https://microsoft.com/devicelogin"),
          Instant.parse("2026-11-22T12:15:00Z"));
    }
    refusal.ifPresent(
        why -> {
          throw why;
        });
    return new Somebody(HOME);
  }

  @Override
  public Optional<SignedIn> again(Wish wish, Cancellation cancellation) {
    reminders.add(wish);
    return remembers ? Optional.of(new Somebody(HOME)) : Optional.empty();
  }

  @Override
  public TokenStore tokens() {
    return new TokenStore(false, "memory", "there is no key ring.");
  }

  /** Pat of Contoso, a guest at Fabrikam. */
  final class Somebody implements SignedIn {

    private final Tenant tenant;

    Somebody(Tenant tenant) {
      this.tenant = tenant;
    }

    @Override
    public Account account() {
      return new Account("pat@contoso.example", "oid", false);
    }

    @Override
    public AzurePlace place() {
      return AzurePlace.PUBLIC;
    }

    @Override
    public Tenant tenant() {
      return tenant;
    }

    @Override
    public List<Tenant> tenants() {
      if (!listsTenants) {
        throw new CloudFailure(CloudFailure.Kind.FORBIDDEN, "AuthorizationFailed", "no", "");
      }
      return List.of(HOME, GUEST);
    }

    @Override
    public SignedIn in(Tenant other) {
      refusal.ifPresent(
          why -> {
            throw why;
          });
      return new Somebody(other);
    }

    @Override
    public Cloud cloud() {
      return cloud;
    }

    @Override
    public Line line() {
      return new Line(new SystemTime());
    }

    @Override
    public void signOut() {
      throw new AssertionError("nobody signs out here");
    }
  }
}
