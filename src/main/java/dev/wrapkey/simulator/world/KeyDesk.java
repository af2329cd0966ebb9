package dev.wrapkey.simulator.world;

import java.util.function.Supplier;

/**
 * Where every call about keys arrives: it passes the {@link KeyGate} and leaves a line in the audit
 * log, refused ones too.
 */
final class KeyDesk {

  private final KeyGate gate;
  private final AuditLog audit;

  KeyDesk(KeyGate gate, AuditLog audit) {
    this.gate = gate;
    this.audit = audit;
  }

  <T> T serve(KeyAction action, KeyCall call, Supplier<T> work) {
    return serve(action, call, call.uri(), work);
  }

  /**
   * Serves a call.
   *
   * @param about the identifier for the log, unless the result knows a better one
   */
  <T> T serve(KeyAction action, KeyCall call, String about, Supplier<T> work) {
    try {
      check(action, call);
      T result = work.get();
      audit.record(
          action, result instanceof FoundKey found ? found.uri() : about, call.caller(), 200);
      return result;
    } catch (Refusal refused) {
      audit.record(action, about, call.caller(), refused.status());
      throw refused;
    }
  }

  /** Asks the gate without leaving a trace. */
  void check(KeyAction action, KeyCall call) {
    gate.check(call.caller(), call.vault(), call.name(), action);
  }
}
