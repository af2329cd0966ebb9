package dev.wrapkey.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.wrapkey.provisioning.KeyIdentifier;
import dev.wrapkey.provisioning.Receipt;
import dev.wrapkey.rotation.AzCommand;
import dev.wrapkey.rotation.PlannedStep;
import dev.wrapkey.rotation.RotationLedger;
import dev.wrapkey.rotation.SafetyGate;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** A rotation for programs, as JSON. Names that are there stay what they are. */
public final class RotateJson {

  private RotateJson() {}

  /**
   * How far a rotation is.
   *
   * @param gate what is known of the old versions, if it was asked
   * @param whose who has done it, and where
   */
  public static String text(
      RotationLedger.Entry entry,
      List<PlannedStep> plan,
      Optional<SafetyGate> gate,
      Instant now,
      Signature whose) {
    Map<String, Object> all = new LinkedHashMap<>();
    all.put("id", entry.id());
    all.put("server", entry.order().server().toString());
    all.putAll(whose.facts());
    all.put("phase", word(entry.phase()));
    entry.stand().step().ifPresent(step -> all.put("step", step.id()));
    entry
        .stand()
        .refusal()
        .ifPresent(why -> all.put("failure", Map.of("code", why.code(), "details", why.details())));
    all.put("key", entry.target().key().map(KeyIdentifier::toString).orElse(""));
    all.put("retired", entry.retired().stream().map(KeyIdentifier::toString).toList());
    entry
        .made()
        .receipt()
        .map(Receipt::correlationId)
        .ifPresent(id -> all.put("correlationId", id));
    entry.made().rewrapped().ifPresent(at -> all.put("rewrapped", at.toString()));
    entry.made().disabled().ifPresent(at -> all.put("disabled", at.toString()));
    all.put("steps", plan.stream().map(step -> step(step, entry)).toList());
    gate.ifPresent(seen -> all.put("gate", gate(seen, now)));
    try {
      return new ObjectMapper().writerWithDefaultPrettyPrinter().writeValueAsString(all);
    } catch (JsonProcessingException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  private static Map<String, Object> step(PlannedStep planned, RotationLedger.Entry entry) {
    Map<String, Object> one = new LinkedHashMap<>();
    one.put("step", planned.step().id());
    one.put("needed", planned.isNeeded());
    one.put("commands", planned.commands().stream().map(AzCommand::bash).toList());
    entry
        .done(planned.step())
        .ifPresent(
            done -> {
              one.put("started", done.started().toString());
              done.ended().ifPresent(at -> one.put("ended", at.toString()));
            });
    return one;
  }

  private static Map<String, Object> gate(SafetyGate gate, Instant now) {
    Map<String, Object> one = new LinkedHashMap<>();
    one.put("open", gate.isOpenAt(now));
    gate.opensAt().ifPresent(at -> one.put("opensAt", at.toString()));
    one.put(
        "reasons",
        gate.reasons().stream()
            .map(
                reason ->
                    Map.of(
                        "kind", reason.getClass().getSimpleName(),
                        "closes", reason.closesAt(now),
                        "words", GateText.words(reason)))
            .toList());
    return one;
  }

  private static String word(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }
}
