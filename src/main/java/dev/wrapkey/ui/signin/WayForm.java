package dev.wrapkey.ui.signin;

import dev.wrapkey.provisioning.Secret;
import dev.wrapkey.signin.Typed;
import dev.wrapkey.signin.Way;
import dev.wrapkey.ui.view.Memory;
import dev.wrapkey.ui.view.Texts;
import dev.wrapkey.ui.wizard.Input;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;

/** How to sign in, and what that needs. A secret is kept by nobody. */
final class WayForm {

  /** What a way asks for. */
  enum Need {
    TENANT,
    CLIENT,
    SECRET,
    CERTIFICATE
  }

  /** The ways on offer. */
  enum Kind {
    BROWSER(Need.TENANT),
    DEVICE_CODE(Need.TENANT),
    AZURE_CLI(Need.TENANT),
    CLIENT_SECRET(Need.TENANT, Need.CLIENT, Need.SECRET),
    CERTIFICATE(Need.TENANT, Need.CLIENT, Need.CERTIFICATE),
    MANAGED_IDENTITY(Need.CLIENT);

    private final Set<Need> needs;

    Kind(Need first, Need... more) {
      needs = EnumSet.of(first, more);
    }

    boolean needs(Need need) {
      return needs.contains(need);
    }

    /** Whether a service principal signs in, which belongs to one tenant and has an ID. */
    boolean isApplication() {
      return this == CLIENT_SECRET || this == CERTIFICATE;
    }
  }

  private static final String KIND = "signin.way";
  private static final String TENANT = "signin.tenant";
  private static final String CLIENT = "signin.client";
  private static final String FILE = "signin.certificate";

  private final Memory memory;
  private final ObjectProperty<Kind> kind = new SimpleObjectProperty<>(Kind.BROWSER);
  private final Input tenant;
  private final Input client;
  private final Input secret;
  private final Input certificate;
  private final Input password = new Input("", _ -> Optional.empty());

  WayForm(Memory memory) {
    this.memory = memory;
    String name = memory.recall(KIND, Kind.BROWSER.name());
    List.of(Kind.values()).stream()
        .filter(each -> each.name().equals(name))
        .findFirst()
        .ifPresent(kind::set);
    tenant = new Input(memory.recall(TENANT, ""), this::tenantProblem, kind);
    client = new Input(memory.recall(CLIENT, ""), this::clientProblem, kind);
    secret = new Input("", WayForm::secretProblem);
    certificate = new Input(memory.recall(FILE, ""), WayForm::certificateProblem);
  }

  private Optional<String> tenantProblem(String text) {
    String plain = text.strip();
    if (plain.isEmpty()) {
      return kind.get().isApplication()
          ? Optional.of(Texts.text("signin.problem.tenant.empty"))
          : Optional.empty();
    }
    return Typed.tenant(plain).isPresent()
        ? Optional.empty()
        : Optional.of(Texts.text("signin.problem.tenant"));
  }

  private Optional<String> clientProblem(String text) {
    String plain = text.strip();
    if (plain.isEmpty() && !kind.get().isApplication()) {
      return Optional.empty();
    }
    return Typed.id(plain).isPresent()
        ? Optional.empty()
        : Optional.of(Texts.text("signin.problem.client"));
  }

  private static Optional<String> secretProblem(String text) {
    return text.isEmpty() ? Optional.of(Texts.text("signin.problem.secret")) : Optional.empty();
  }

  private static Optional<String> certificateProblem(String text) {
    return PlaceForm.isFile(text.strip())
        ? Optional.empty()
        : Optional.of(Texts.text("signin.problem.certificate"));
  }

  /** The way, if all that it needs is legal; otherwise the fields say what is not. */
  Optional<Way> way() {
    List<Input> asked =
        java.util.stream.Stream.of(Need.values())
            .filter(kind.get()::needs)
            .map(this::input)
            .toList();
    asked.forEach(Input::ask);
    return asked.stream().allMatch(input -> input.validProperty().get())
        ? Optional.of(chosen())
        : Optional.empty();
  }

  private Input input(Need need) {
    return switch (need) {
      case TENANT -> tenant;
      case CLIENT -> client;
      case SECRET -> secret;
      case CERTIFICATE -> certificate;
    };
  }

  private Way chosen() {
    String id = client.text().strip();
    return switch (kind.get()) {
      case BROWSER -> new Way.Browser();
      case DEVICE_CODE -> new Way.DeviceCode();
      case AZURE_CLI -> new Way.AzureCli();
      case CLIENT_SECRET -> new Way.ClientSecret(id, new Secret(secret.text()));
      case CERTIFICATE ->
          new Way.ClientCertificate(
              id, Path.of(certificate.text().strip()), new Secret(password.text()));
      case MANAGED_IDENTITY ->
          new Way.ManagedIdentity(id.isEmpty() ? Optional.empty() : Optional.of(id));
    };
  }

  /** The tenant that was named, where the way asks for one. */
  Optional<String> tenantName() {
    return kind.get().needs(Need.TENANT)
        ? Optional.of(tenant.text().strip()).filter(name -> !name.isEmpty())
        : Optional.empty();
  }

  /** Keeps what was chosen for the next time, and forgets what is secret. */
  void remember() {
    memory.keep(KIND, kind.get().name());
    memory.keep(TENANT, tenant.text().strip());
    memory.keep(CLIENT, client.text().strip());
    memory.keep(FILE, certificate.text().strip());
    secret.set("");
    password.set("");
  }

  ObjectProperty<Kind> kindProperty() {
    return kind;
  }

  Input tenant() {
    return tenant;
  }

  Input client() {
    return client;
  }

  Input secret() {
    return secret;
  }

  Input certificate() {
    return certificate;
  }

  Input password() {
    return password;
  }
}
