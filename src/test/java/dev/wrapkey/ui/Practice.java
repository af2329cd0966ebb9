package dev.wrapkey.ui;

import dev.wrapkey.azure.AzureCloud;
import dev.wrapkey.azure.AzureConnection;
import dev.wrapkey.encryption.Inspector;
import dev.wrapkey.provisioning.Cancellation;
import dev.wrapkey.provisioning.Cloud;
import dev.wrapkey.provisioning.KeyIdentifier;
import dev.wrapkey.provisioning.KeyStore;
import dev.wrapkey.provisioning.ManagedIdentity;
import dev.wrapkey.provisioning.ResourceId;
import dev.wrapkey.provisioning.Server;
import dev.wrapkey.provisioning.Subscription;
import dev.wrapkey.simulator.Landscapes;
import dev.wrapkey.simulator.PracticeCloud;
import dev.wrapkey.simulator.StateInUse;
import dev.wrapkey.time.VirtualTime;
import dev.wrapkey.ui.key.Scope;
import dev.wrapkey.ui.task.Tasks;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * A practice cloud of a test class's own, as the program opens it: the Azure SDK on one side, the
 * simulator with its folder on the other. Register it as a static extension.
 *
 * <p>Its clock stands still; waiting moves it.
 */
public final class Practice implements BeforeAllCallback, AfterAllCallback, AutoCloseable {

  public static final String PRODUCTION = "facade00-0000-4000-a000-0000000000a1";
  public static final String DEVELOPMENT = "facade00-0000-4000-a000-0000000000a2";
  public static final Instant START = Instant.parse("2026-03-02T09:00:00Z");

  private VirtualTime time;
  private Path folder;
  private PracticeCloud practice;
  private Cloud cloud;

  /** A practice cloud outside of an extension; to be closed. */
  public static Practice opened() {
    Practice fresh = new Practice();
    fresh.open();
    return fresh;
  }

  /** The practice cloud of a state folder, as it was left; to be released. */
  public static Practice in(Path state) {
    Practice again = new Practice();
    again.folder = state;
    again.start();
    return again;
  }

  @Override
  public void beforeAll(ExtensionContext context) {
    open();
  }

  @Override
  public void afterAll(ExtensionContext context) {
    close();
    practice = null; // the class stays, and this with it
    cloud = null;
  }

  private void open() {
    try {
      folder = Files.createTempDirectory("practice");
      Landscapes.into(folder.resolve("cloud"), START);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    start();
  }

  private void start() {
    time = VirtualTime.standingAt(START);
    try {
      practice = PracticeCloud.open(folder.resolve("cloud"), time, new SecureRandom());
    } catch (StateInUse impossible) {
      throw new AssertionError(impossible);
    }
    cloud =
        new AzureCloud(
            AzureConnection.servicePrincipal(
                practice.httpClient(),
                PracticeCloud.TENANT,
                PracticeCloud.CLIENT,
                practice.clientSecret()));
  }

  @Override
  public void close() {
    release();
    Landscapes.delete(folder);
  }

  /** Lets the folder go and leaves it there. */
  public void release() {
    practice.close();
  }

  /** A state folder that already has the landscape, for a program to open; to be deleted. */
  public static Path stateFolder() {
    try {
      Path state = Files.createTempDirectory("practice-state");
      Landscapes.into(state.resolve("cloud"), START);
      return state;
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  /** The simulator itself, for what the program does with it besides asking. */
  public PracticeCloud itself() {
    return practice;
  }

  public VirtualTime time() {
    return time;
  }

  public Cloud cloud() {
    return cloud;
  }

  public Inspector inspector() {
    return practice.inspector();
  }

  /** Where everything lies that this practice cloud and its programs have written. */
  public Path folder() {
    return folder;
  }

  /** Work done at once on the calling thread; a bug in it fails the test. */
  public static Tasks tasks() {
    return new Tasks(
        Runnable::run,
        Runnable::run,
        bug -> {
          throw new AssertionError(bug);
        });
  }

  /** What somebody else may do to the cloud meanwhile. */
  public Administrator administrator() {
    return new Administrator(practice.httpClient(), practice.clientSecret());
  }

  public Subscription subscription(String id) {
    return cloud.directory().subscriptions().stream()
        .filter(s -> s.id().equals(id))
        .findFirst()
        .orElseThrow();
  }

  /** A place in Practice Production. */
  public Scope scope(String region) {
    return new Scope(subscription(PRODUCTION), region);
  }

  public ManagedIdentity identity(String name) {
    List<ManagedIdentity> found = new ArrayList<>();
    cloud.identities().list(PRODUCTION, new Cancellation(), found::addAll);
    return found.stream().filter(i -> i.name().equals(name)).findFirst().orElseThrow();
  }

  public KeyStore store(String name) {
    List<KeyStore> found = new ArrayList<>();
    for (KeyStore.Kind kind : KeyStore.Kind.values()) {
      cloud.keyStores().list(kind, PRODUCTION, new Cancellation(), found::addAll);
    }
    return found.stream().filter(s -> s.name().equals(name)).findFirst().orElseThrow();
  }

  /** The versions of a key, newest first. */
  public List<KeyIdentifier> versions(String store, String key) {
    return cloud.keyStores().versions(store(store), key).stream().map(k -> k.id()).toList();
  }

  public KeyIdentifier newest(String store, String key) {
    return versions(store, key).getFirst();
  }

  public Server server(String name) {
    return Stream.of(PRODUCTION, DEVELOPMENT)
        .flatMap(s -> cloud.servers().list(s).stream())
        .filter(s -> s.name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  public ResourceId idOf(String server) {
    return server(server).id();
  }
}
