package dev.wrapkey.app;

import dev.wrapkey.azure.AzureSignIn;
import dev.wrapkey.cli.Console;
import dev.wrapkey.cli.Secrets;
import dev.wrapkey.cli.Signature;
import dev.wrapkey.cli.Where;
import dev.wrapkey.provisioning.Cancellation;
import dev.wrapkey.provisioning.CloudFailure;
import dev.wrapkey.provisioning.Line;
import dev.wrapkey.provisioning.Subscription;
import dev.wrapkey.signin.SignIn;
import dev.wrapkey.signin.SignedIn;
import dev.wrapkey.signin.Way;
import dev.wrapkey.time.SystemTime;
import dev.wrapkey.ui.connection.LineWords;
import dev.wrapkey.ui.failure.Explanation;
import dev.wrapkey.ui.view.Moments;
import dev.wrapkey.ui.view.Texts;
import java.io.UncheckedIOException;
import java.lang.ref.Reference;
import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Something that a command does in real Azure: signs in, tells as whom, and does it where the
 * window would.
 *
 * @param console is told what speaks against it
 * @param azure which, and who signs in how
 * @param person is asked before what costs money or cannot be undone
 * @param cancellation ends it
 */
record Abroad(
    Console console,
    Where.Azure azure,
    Predicate<Assent.Question> person,
    Cancellation cancellation) {

  private static final int BAD_INPUT = 2;
  private static final int STOPPED = 3;

  /** As {@link Trip#run}. */
  int run(int failed, Trip.Work work) {
    Path folder = StateFolder.azure(azure.state());
    if (azure.wish().way() instanceof Way.Browser && !Display.existsHere()) {
      console.complain(
          "There is no display for a browser. --sign-in device-code works with the browser of any"
              + " other computer.");
      return BAD_INPUT;
    }
    AzureSignIn door = door(folder);
    Runnable teller = teller(door.line());
    door.line().onChange(teller);
    try {
      SignedIn in;
      try {
        in = signedIn(door);
      } catch (CloudFailure refused) {
        tell(refused);
        return refused.kind() == CloudFailure.Kind.INVALID ? BAD_INPUT : failed;
      } catch (CancellationException _) {
        console.complain(Texts.text("signin.console.stopped"));
        return STOPPED;
      }
      return run(in, folder, work);
    } catch (CloudFailure failure) {
      Errand.complain(console, failure);
    } catch (CancellationException _) {
      return STOPPED;
    } catch (UncheckedIOException unusable) {
      console.complain(
          "Wrapkey cannot keep what it does in " + folder + " (" + unusable.getCause() + ").");
    } finally {
      Reference.reachabilityFence(teller); // the line holds it weakly
    }
    return failed;
  }

  private int run(SignedIn in, Path folder, Trip.Work work) {
    Optional<List<Subscription>> chosen = chosen(in.cloud().directory().subscriptions());
    if (chosen.isEmpty()) {
      return BAD_INPUT;
    }
    SystemTime time = new SystemTime();
    Tenancy tenancy = Tenancy.of(folder, time, in, chosen.get(), person);
    console.note(
        Texts.text(
            "signin.console.in",
            Texts.text("shell.real." + in.place().id()),
            in.account().name(),
            in.tenant().name().isEmpty() ? in.tenant().id() : in.tenant().name(),
            chosen.get().stream().map(Subscription::name).collect(Collectors.joining(", "))));
    return work.at(
        new Trip.Place(
            tenancy.cloud(),
            time,
            tenancy.folder(),
            Optional.empty(),
            tenancy.assent()::isGiven,
            new Signature(in.place().id(), in.tenant().id(), in.account().name())));
  }

  private boolean isPerson() {
    return azure.wish().way() instanceof Way.Browser
        || azure.wish().way() instanceof Way.DeviceCode;
  }

  // Without a person's tokens nobody's key ring needs to be opened for them.
  private AzureSignIn door(Path folder) {
    return isPerson()
        ? new AzureSignIn(folder, this::browse)
        : AzureSignIn.forgetful(folder, this::browse);
  }

  private SignedIn signedIn(AzureSignIn door) {
    SignIn.Wish wish = azure.wish();
    Optional<SignedIn> again = isPerson() ? door.again(wish, cancellation) : Optional.empty();
    return again.orElseGet(() -> door.signIn(wish, this::prompt, cancellation));
  }

  private void prompt(String code, URI address, Instant expires) {
    console.note(Texts.text("signin.console.code", address.toString(), code, Moments.utc(expires)));
  }

  // The address is said in any case: what opens a browser does not tell whether one has opened.
  private void browse(URI page) {
    console.note(Texts.text("signin.console.browser"));
    console.note(page.toString());
    new TerminalBrowser().open(page.toString());
  }

  private void tell(CloudFailure refused) {
    Explanation words = Explanation.of(refused);
    console.complain(words.means() + " " + todo(refused.code(), words));
    console.complain(Texts.text("failure.details", refused.code(), refused.details()));
  }

  // In the window there are fields for the password and the tenant.
  private String todo(String code, Explanation words) {
    return switch (code) {
      case "CertificatePassword" ->
          Texts.text("signin.console.password", Secrets.CERTIFICATE_VARIABLE);
      case "AzureCliNotSignedIn" ->
          azure
              .wish()
              .tenant()
              .map(tenant -> Texts.text("signin.console.cli", tenant))
              .orElse(words.todo());
      default -> words.todo();
    };
  }

  /** Those that were named, or all; empty after telling why not. */
  private Optional<List<Subscription>> chosen(List<Subscription> seen) {
    List<Subscription> chosen = new ArrayList<>();
    for (String named : azure.subscriptions()) {
      List<Subscription> found =
          seen.stream()
              .filter(
                  each -> named.equalsIgnoreCase(each.id()) || named.equalsIgnoreCase(each.name()))
              .toList();
      if (found.isEmpty()) {
        console.complain(Texts.text("signin.console.unseen", named, names(seen)));
        return Optional.empty();
      }
      chosen.addAll(found);
    }
    return Optional.of(chosen.isEmpty() ? seen : chosen.stream().distinct().toList());
  }

  private static String names(List<Subscription> seen) {
    return seen.isEmpty()
        ? "-"
        : seen.stream()
            .map(each -> Texts.text("signin.consent.subscription", each.name(), each.id()))
            .collect(Collectors.joining(", "));
  }

  /** Tells what is the matter with the connection, once for each thing that is. */
  private Runnable teller(Line line) {
    AtomicReference<String> last = new AtomicReference<>("");
    return () -> {
      String words = LineWords.of(line);
      if (!last.getAndSet(words).equals(words) && !words.isEmpty()) {
        console.note(words);
      }
    };
  }
}
