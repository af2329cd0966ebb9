package dev.wrapkey.ui.rotation;

import dev.wrapkey.provisioning.DataEncryption;
import dev.wrapkey.provisioning.GeoEncryption;
import dev.wrapkey.provisioning.KeyIdentifier;
import dev.wrapkey.provisioning.KeyUser.Purpose;
import dev.wrapkey.rotation.Deed;
import dev.wrapkey.rotation.RotationLedger;
import dev.wrapkey.rotation.RotationStep;
import dev.wrapkey.rotation.Wrapping;
import dev.wrapkey.ui.view.Moments;
import dev.wrapkey.ui.view.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What steps do and did, in words. */
final class DeedWords {

  private DeedWords() {}

  static String of(Deed deed) {
    return switch (deed) {
      case Deed.Check(var server, _) -> Texts.text("rotation.deed.check", server.name());
      case Deed.MakeVersion(Purpose purpose, KeyIdentifier key) ->
          Texts.text("rotation.deed.make", key.storeName(), key.key(), purpose(purpose));
      case Deed.AwaitAccess(_, KeyIdentifier key, var identity) ->
          Texts.text("rotation.deed.access", identity.name(), brief(key));
      case Deed.Send send -> send(send);
      case Deed.AwaitFollowing(_, KeyIdentifier key) ->
          Texts.text("rotation.deed.follow", key.key());
      case Deed.ReadBack(var server, _, boolean provable) ->
          Texts.text(
              provable ? "rotation.deed.verify.seen" : "rotation.deed.verify", server.name());
    };
  }

  private static String send(Deed.Send send) {
    return send.from().usesTheSameAs(send.to())
        ? Texts.text("rotation.deed.send.new", send.server().name())
        : Texts.text(
            "rotation.deed.send", send.server().name(), keys(send.from()), keys(send.to()));
  }

  /** What a step has done, as the ledger knows it. */
  static List<String> did(RotationStep step, RotationCase of) {
    RotationLedger.Entry entry = of.entryProperty().get();
    Optional<String> ended =
        entry.done(step).flatMap(RotationLedger.Done::ended).map(Moments::moment);
    if (ended.isEmpty()) {
      return List.of();
    }
    return switch (step) {
      case PREFLIGHT -> List.of(Texts.text("rotation.did.check", ended.get()));
      case NEW_VERSION -> made(entry, ended.get());
      case REACH -> List.of(Texts.text("rotation.did.access", ended.get()));
      case UPDATE -> sent(entry, ended.get());
      case VERIFY -> verified(entry, of.wrappingProperty().get(), ended.get());
    };
  }

  private static List<String> made(RotationLedger.Entry entry, String at) {
    return Stream.of(Purpose.values())
        .filter(entry.order().newVersions()::contains)
        .flatMap(purpose -> Optional.ofNullable(entry.made().versions().get(purpose)).stream())
        .map(version -> Texts.text("rotation.did.make", brief(version), at))
        .toList();
  }

  private static List<String> sent(RotationLedger.Entry entry, String at) {
    return entry
        .made()
        .receipt()
        .map(receipt -> Texts.text("rotation.did.send", at, receipt.correlationId()))
        .stream()
        .toList();
  }

  private static List<String> verified(
      RotationLedger.Entry entry, Optional<Wrapping> wrapping, String at) {
    List<String> lines = new ArrayList<>();
    lines.add(Texts.text("rotation.did.verify", at));
    wrapping.ifPresent(
        seen ->
            Stream.of(Purpose.values())
                .flatMap(purpose -> entry.reached(purpose).stream())
                .forEach(
                    version -> {
                      int keys =
                          seen.under(version).stream().mapToInt(Wrapping.Holding::dataKeys).sum();
                      lines.add(Texts.text("rotation.did.wrapped", keys, brief(version)));
                    }));
    return lines;
  }

  private static String purpose(Purpose purpose) {
    return Texts.text("rotation.purpose." + purpose);
  }

  private static String keys(DataEncryption encryption) {
    return Stream.concat(
            encryption.key().stream(), encryption.geo().map(GeoEncryption::key).stream())
        .map(DeedWords::brief)
        .distinct()
        .reduce((one, two) -> one + ", " + two)
        .orElse("");
  }

  /** A key as people tell it from others: store, name, and the ends of its version. */
  static String brief(KeyIdentifier key) {
    return key.storeName()
        + "/"
        + key.key()
        + key.version().map(v -> "/" + v.substring(0, 4) + "…" + v.substring(28)).orElse("");
  }
}
