package dev.wrapkey.ui.inside;

import dev.wrapkey.encryption.Inspector;
import dev.wrapkey.ui.view.Moments;

/** The key store's log of wrap and unwrap calls. */
public final class CallTable extends ChoiceTable<Inspector.Call> {

  public CallTable() {
    words("inside.call.at", 150, call -> Moments.utc(call.at()));
    words("inside.call.operation", 90, Inspector.Call::operation);
    words("inside.call.status", 60, call -> String.valueOf(call.status()));
    words("inside.call.caller", 160, Inspector.Call::caller);
    identifiers("inside.call.key", 280, Inspector.Call::keyVersion, Inspector.Call::keyVersion);
  }
}
