package dev.wrapkey.rotation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wrapkey.provisioning.Cancellation;
import dev.wrapkey.provisioning.Cloud;
import dev.wrapkey.provisioning.KeyIdentifier;
import dev.wrapkey.provisioning.Plan;
import dev.wrapkey.provisioning.Progress;
import dev.wrapkey.provisioning.Receipt;
import dev.wrapkey.provisioning.Retry;
import dev.wrapkey.provisioning.Server;
import dev.wrapkey.simulator.world.Connection;
import dev.wrapkey.ui.Practice;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A practice cloud with a program that rotates in it. Its clock stands still; waiting moves it. */
final class Rotating implements AutoCloseable {

  private final Practice practice;
  private final List<String> told = new ArrayList<>();
  private final List<Receipt> receipts = new ArrayList<>();

  Rotating() {
    this(Practice.opened());
  }

  Rotating(Practice practice) {
    this.practice = practice;
  }

  @Override
  public void close() {
    practice.close();
  }

  Practice practice() {
    return practice;
  }

  Path folder() {
    return practice.folder().resolve("rotations");
  }

  GuidedRotation rotation() {
    return rotation(practice.cloud(), Optional.of(proof()));
  }

  GuidedRotation rotation(Cloud cloud, Optional<WrapProof> proof) {
    return new GuidedRotation(
        cloud, practice.time(), Retry.Policy.STANDARD, Runnable::run, proof, folder());
  }

  WrapProof proof() {
    return WrapProof.of(practice.inspector());
  }

  Server server(String name) {
    return practice.server(name);
  }

  KeyIdentifier keyOf(String server) {
    return server(server).encryption().key().orElseThrow();
  }

  /** Carries an order out, by the program as it is. */
  RotationLedger succeeded(RotationOrder order) {
    GuidedRotation rotation = rotation();
    RotationLedger ledger = rotation.begin(order);
    RotationOutcome outcome = rotation.run(ledger, progress(), new Cancellation());
    assertThat(outcome).as("%s", told).isInstanceOf(RotationOutcome.Succeeded.class);
    return ledger;
  }

  /** What was told, as {@code step STATE}. */
  List<String> told() {
    return told;
  }

  List<Receipt> receipts() {
    return receipts;
  }

  RotationProgress progress() {
    return new RotationProgress() {
      @Override
      public void on(Progress.Event event) {
        told.add(event.step() + " " + event.state() + " " + event.detail());
      }

      @Override
      public void accepted(String step, Receipt receipt) {
        receipts.add(receipt);
      }
    };
  }

  /** Lets the clients of this test through a server's firewall. */
  void admitClients(String server) {
    practice
        .cloud()
        .servers()
        .addFirewallRule(
            practice.idOf(server), new Plan.FirewallRule("office", "203.0.113.7", "203.0.113.7"));
    practice.time().jump(Duration.ofMinutes(1));
  }

  /** How many rows a client reads, with every page decrypted. */
  long rows(String server) {
    Connection connection =
        practice.itself().connect(new Connection.Attempt(server, "", "", "", ""));
    assertThat(connection.accepted()).as(connection.message()).isTrue();
    return connection.rows();
  }

  /** The versions that wrap data keys of the server's own. */
  List<KeyIdentifier> wrapping(String server) {
    return proof().look(practice.idOf(server)).orElseThrow().holdings().stream()
        .map(Wrapping.Holding::version)
        .distinct()
        .toList();
  }
}
