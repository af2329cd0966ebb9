package dev.wrapkey.ui.signin;

import dev.wrapkey.signin.AzurePlace;
import dev.wrapkey.signin.AzurePlace.Route;
import dev.wrapkey.signin.Typed;
import dev.wrapkey.ui.view.Memory;
import dev.wrapkey.ui.view.Texts;
import dev.wrapkey.ui.wizard.Input;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;

/** Which Azure, and how it is reached. Addresses are asked for a custom cloud only. */
final class PlaceForm {

  /** The clouds on offer. */
  enum Which {
    PUBLIC,
    US_GOVERNMENT,
    CHINA,
    CUSTOM
  }

  private static final String MEMORY = "signin.";
  private static final String WHICH = MEMORY + "cloud";

  private final Memory memory;
  private final ObjectProperty<Which> which = new SimpleObjectProperty<>(Which.PUBLIC);
  private final Input resourceManager;
  private final Input authority;
  private final Input graph;
  private final Input vaultSuffix;
  private final Input hsmSuffix;
  private final Input certificates;
  private final Input proxy;

  PlaceForm(Memory memory) {
    this.memory = memory;
    AzurePlace usual = AzurePlace.PUBLIC;
    resourceManager =
        kept("resourcemanager", usual.resourceManager().toString(), PlaceForm::address);
    authority = kept("authority", usual.authority().toString(), PlaceForm::address);
    graph = kept("graph", usual.graph().toString(), PlaceForm::address);
    vaultSuffix = kept("vaultsuffix", usual.vaultSuffix(), PlaceForm::suffix);
    hsmSuffix = kept("hsmsuffix", usual.hsmSuffix(), PlaceForm::suffix);
    certificates = kept("certificates", "", PlaceForm::file);
    proxy = kept("proxy", "", PlaceForm::proxy);
    which.set(remembered());
  }

  private interface Check {
    Optional<String> problem(String text);
  }

  private Input kept(String name, String otherwise, Check check) {
    return new Input(memory.recall(MEMORY + name, otherwise), check::problem);
  }

  private Which remembered() {
    String name = memory.recall(WHICH, Which.PUBLIC.name());
    return List.of(Which.values()).stream()
        .filter(each -> each.name().equals(name))
        .findFirst()
        .orElse(Which.PUBLIC);
  }

  /** The cloud, if all that it needs is legal; otherwise the fields say what is not. */
  Optional<AzurePlace> place() {
    return switch (which.get()) {
      case PUBLIC -> Optional.of(AzurePlace.PUBLIC);
      case US_GOVERNMENT -> Optional.of(AzurePlace.US_GOVERNMENT);
      case CHINA -> Optional.of(AzurePlace.CHINA);
      case CUSTOM -> custom();
    };
  }

  private Optional<AzurePlace> custom() {
    List<Input> all =
        List.of(resourceManager, authority, graph, vaultSuffix, hsmSuffix, certificates, proxy);
    all.forEach(Input::ask);
    if (!all.stream().allMatch(input -> input.validProperty().get())) {
      return Optional.empty();
    }
    return Optional.of(
        new AzurePlace(
            AzurePlace.CUSTOM,
            uri(resourceManager),
            uri(authority),
            uri(graph),
            plain(vaultSuffix),
            plain(hsmSuffix),
            new Route(optional(certificates).map(Path::of), optional(proxy).map(URI::create))));
  }

  /** Keeps what was chosen for the next time. */
  void remember() {
    memory.keep(WHICH, which.get().name());
    if (which.get() == Which.CUSTOM) {
      memory.keep(MEMORY + "resourcemanager", resourceManager.text());
      memory.keep(MEMORY + "authority", authority.text());
      memory.keep(MEMORY + "graph", graph.text());
      memory.keep(MEMORY + "vaultsuffix", vaultSuffix.text());
      memory.keep(MEMORY + "hsmsuffix", hsmSuffix.text());
      memory.keep(MEMORY + "certificates", certificates.text());
      memory.keep(MEMORY + "proxy", proxy.text());
    }
  }

  private static URI uri(Input input) {
    return Typed.address(input.text()).orElseThrow();
  }

  private static String plain(Input input) {
    return Typed.suffix(input.text()).orElseThrow();
  }

  private static Optional<String> optional(Input input) {
    return Optional.of(input.text().strip()).filter(text -> !text.isEmpty());
  }

  private static Optional<String> address(String text) {
    return Typed.address(text).isPresent()
        ? Optional.empty()
        : Optional.of(Texts.text("signin.problem.address"));
  }

  private static Optional<String> proxy(String text) {
    return text.isBlank() || Typed.proxy(text).isPresent()
        ? Optional.empty()
        : Optional.of(Texts.text("signin.problem.proxy"));
  }

  private static Optional<String> suffix(String text) {
    return Typed.suffix(text).isPresent()
        ? Optional.empty()
        : Optional.of(Texts.text("signin.problem.suffix"));
  }

  static Optional<String> file(String text) {
    return text.isBlank() || isFile(text.strip())
        ? Optional.empty()
        : Optional.of(Texts.text("signin.problem.file"));
  }

  static boolean isFile(String text) {
    try {
      return Files.isReadable(Path.of(text)) && Files.isRegularFile(Path.of(text));
    } catch (java.nio.file.InvalidPathException _) {
      return false;
    }
  }

  ObjectProperty<Which> whichProperty() {
    return which;
  }

  Input resourceManager() {
    return resourceManager;
  }

  Input authority() {
    return authority;
  }

  Input graph() {
    return graph;
  }

  Input vaultSuffix() {
    return vaultSuffix;
  }

  Input hsmSuffix() {
    return hsmSuffix;
  }

  Input certificates() {
    return certificates;
  }

  Input proxy() {
    return proxy;
  }
}
