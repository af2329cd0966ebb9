package dev.wrapkey.simulator.store;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.h2.mvstore.MVMap;
import org.h2.mvstore.MVStore;

/**
 * 1 to 2: the history of a server's key tells not only when the key worked but also when the
 * service noticed. An older history begins without; the first look fills it in.
 */
record SpellsMigration() implements Migration {

  @Override
  public int from() {
    return 1;
  }

  @Override
  public void apply(MVStore state) {
    MVMap<String, String> histories = state.openMap("keyHistories");
    for (String id : histories.keyList()) {
      ObjectNode history = Json.read(String.valueOf(histories.get(id)), ObjectNode.class);
      history.putArray("spells");
      history.putNull("looked");
      histories.put(id, history.toString());
    }
  }
}
