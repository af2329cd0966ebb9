package dev.wrapkey.app;

import dev.wrapkey.cli.Console;
import dev.wrapkey.cli.GateText;
import dev.wrapkey.cli.RotateJson;
import dev.wrapkey.cli.RotateLines;
import dev.wrapkey.cli.Rotating;
import dev.wrapkey.provisioning.Cancellation;
import dev.wrapkey.provisioning.CloudFailure;
import dev.wrapkey.provisioning.DataEncryption;
import dev.wrapkey.provisioning.KeyUser.Purpose;
import dev.wrapkey.provisioning.ResourceId;
import dev.wrapkey.provisioning.Retry;
import dev.wrapkey.provisioning.Server;
import dev.wrapkey.rotation.GuidedRotation;
import dev.wrapkey.rotation.Retirement;
import dev.wrapkey.rotation.RotationLedger;
import dev.wrapkey.rotation.RotationOrder;
import dev.wrapkey.rotation.RotationOutcome;
import dev.wrapkey.rotation.RotationProgress;
import dev.wrapkey.rotation.SafetyGate;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * Rotates keys without the window. A kill leaves what {@code --resume} takes up, and the window of
 * the same cloud.
 */
final class Turning implements Rotating {

  private final Console console;

  Turning(Console console) {
    this.console = console;
  }

  /** As asked for, until somebody ends the program: then the rotation stops where it is. */
  @Override
  public int rotate(Order order) {
    return Stoppable.run(console, FAILED, cancellation -> rotate(order, cancellation));
  }

  int rotate(Order order, Cancellation cancellation) {
    double speed = order.speed().instant() ? 0 : order.speed().factor();
    return new Trip(console, order.where(), speed, false, cancellation)
        .run(FAILED, place -> rotate(order, place, cancellation));
  }

  private int rotate(Order order, Trip.Place place, Cancellation cancellation) {
    try (ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor()) {
      GuidedRotation rotation =
          new GuidedRotation(
              place.cloud(),
              place.time(),
              Retry.Policy.STANDARD,
              executor,
              place.proof(),
              place.rotations());
      return new Job(order, place, rotation, cancellation).act();
    }
  }

  private void complain(CloudFailure failure) {
    Errand.complain(console, failure);
  }

  /** One command. */
  private final class Job {

    private final Order order;
    private final Trip.Place place;
    private final GuidedRotation rotation;
    private final Cancellation cancellation;

    Job(Order order, Trip.Place place, GuidedRotation rotation, Cancellation cancellation) {
      this.order = order;
      this.place = place;
      this.rotation = rotation;
      this.cancellation = cancellation;
    }

    int act() {
      Optional<Server> server = new Targets(place.cloud()).server(order.server());
      if (server.isEmpty()) {
        console.complain("There is no such server in the subscriptions that are visible.");
        return BAD_INPUT;
      }
      return switch (order.act()) {
        case Act.Begin begin -> begin(server.get(), begin);
        case Act.Resume _ -> with(server.get().id(), RotationLedger.Entry::isUnfinished, this::run);
        case Act.RollBack _ -> with(server.get().id(), _ -> true, this::rollBack);
        case Act.DisableOld _ -> with(server.get().id(), _ -> true, this::disable);
        case Act.Gate _ -> with(server.get().id(), _ -> true, this::gate);
      };
    }

    private interface Which {
      boolean is(RotationLedger.Entry entry);
    }

    private interface Deed {
      int with(RotationLedger ledger);
    }

    private int with(ResourceId server, Which which, Deed deed) {
      Optional<RotationLedger> newest =
          RotationLedger.all(place.rotations()).reversed().stream()
              .filter(ledger -> ledger.entry().order().server().equals(server))
              .filter(ledger -> which.is(ledger.entry()))
              .findFirst();
      if (newest.isEmpty()) {
        console.complain("There is no such rotation of " + server.name() + ".");
        return BAD_INPUT;
      }
      return deed.with(newest.get());
    }

    private int begin(Server server, Act.Begin begin) {
      try {
        return run(rotation.begin(wanted(server, begin)));
      } catch (IllegalArgumentException impossible) {
        console.complain(String.valueOf(impossible.getMessage()));
        return BAD_INPUT;
      } catch (CloudFailure failure) {
        if (!failure.code().equals(GuidedRotation.UNFINISHED)) {
          throw failure;
        }
        console.complain(
            "The rotation %s is unfinished. --resume goes on with it, --roll-back goes back."
                .formatted(failure.details()));
        return BAD_INPUT;
      }
    }

    private static RotationOrder wanted(Server server, Act.Begin begin) {
      DataEncryption now = server.encryption();
      if (!now.isCustomerManaged()) {
        throw new IllegalArgumentException(server.name() + " has no customer-managed key.");
      }
      DataEncryption wanted =
          DataEncryption.customerManaged(
                  begin.key().or(now::key).orElseThrow(),
                  begin.identity().or(now::identity).orElseThrow())
              .withGeo(now.geo());
      Set<Purpose> purposes = EnumSet.noneOf(Purpose.class);
      if (begin.newVersion()) {
        purposes.add(Purpose.PRIMARY);
        now.geo().ifPresent(_ -> purposes.add(Purpose.GEO_BACKUP));
      }
      return RotationOrder.to(server, wanted).withNewVersions(purposes);
    }

    private int run(RotationLedger ledger) {
      return told(ledger, rotation.run(ledger, progress(ledger), cancellation));
    }

    private int rollBack(RotationLedger ledger) {
      return told(ledger, rotation.rollBack(ledger, progress(ledger), cancellation));
    }

    private RotationProgress progress(RotationLedger ledger) {
      return order.json()
          ? event -> {}
          : new RotateLines(console, () -> rotation.plan(ledger.entry()));
    }

    private int told(RotationLedger ledger, RotationOutcome outcome) {
      ledger.told();
      boolean forward = ledger.entry().phase() == RotationLedger.Phase.SUCCEEDED;
      Optional<SafetyGate> gate =
          forward ? Optional.of(rotation.gate(ledger, cancellation)) : Optional.empty();
      if (order.json()) {
        json(ledger, gate);
      }
      return switch (outcome) {
        case RotationOutcome.Succeeded done -> {
          say(
              List.of(
                  "%s uses %s"
                      .formatted(
                          done.server().name(), done.server().encryption().key().orElseThrow())));
          gate.ifPresent(seen -> say(GateText.lines(seen, place.time().now())));
          yield DONE;
        }
        case RotationOutcome.Failed failed -> {
          complain(failed.failure());
          console.complain(RotateLines.left(ledger.entry()));
          yield FAILED;
        }
        case RotationOutcome.Stopped _ -> {
          console.complain(RotateLines.left(ledger.entry()));
          yield NOT_YET;
        }
      };
    }

    private int disable(RotationLedger ledger) {
      return switch (rotation.disableOldVersion(ledger, cancellation)) {
        case Retirement.Disabled disabled -> {
          if (order.json()) {
            json(ledger, Optional.empty());
          }
          disabled.versions().forEach(version -> say(List.of("disabled " + version)));
          yield DONE;
        }
        case Retirement.Refused refused -> shown(ledger, refused.gate());
      };
    }

    private int gate(RotationLedger ledger) {
      return shown(ledger, rotation.gate(ledger, cancellation));
    }

    private int shown(RotationLedger ledger, SafetyGate gate) {
      if (order.json()) {
        json(ledger, Optional.of(gate));
      }
      say(GateText.lines(gate, place.time().now()));
      return gate.isOpenAt(place.time().now()) ? DONE : NOT_YET;
    }

    private void say(List<String> lines) {
      if (!order.json()) {
        lines.forEach(console::say);
      }
    }

    private void json(RotationLedger ledger, Optional<SafetyGate> gate) {
      console.say(
          RotateJson.text(
              ledger.entry(),
              rotation.plan(ledger.entry()),
              gate,
              place.time().now(),
              place.signature()));
    }
  }
}
