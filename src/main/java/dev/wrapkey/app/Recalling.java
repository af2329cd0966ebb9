package dev.wrapkey.app;

import dev.wrapkey.cli.Console;
import dev.wrapkey.cli.Recounting;
import dev.wrapkey.record.ChangeRecord;
import dev.wrapkey.record.Entry;
import dev.wrapkey.record.Reading;
import dev.wrapkey.time.SystemTime;
import dev.wrapkey.ui.record.Recount;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;

/** Tells at the console what the record of changes says. It asks no cloud. */
final class Recalling implements Recounting {

  private final Console console;

  Recalling(Console console) {
    this.console = console;
  }

  @Override
  public int recount(Order order) {
    Path folder = order.state().orElseGet(() -> StateFolder.ofThisMachine().resolve("practice"));
    ChangeRecord changes = Errand.changes(new SystemTime(), folder);
    try {
      return tell(order, changes.read());
    } catch (UncheckedIOException e) {
      console.complain(changes.path() + " cannot be read: " + e.getCause());
      return UNREADABLE;
    }
  }

  private int tell(Order order, Reading reading) {
    List<Entry> entries = Recount.chosen(Entry.of(reading.lines()), order.words(), order.since());
    switch (order.form()) {
      case TEXT -> entries.forEach(entry -> console.say(Recount.text(entry) + "\n"));
      case CSV -> console.say(Recount.csv(entries).stripTrailing());
      case JSON -> console.say(Recount.json(entries, reading.verdict()));
      case VERDICT -> {}
    }
    boolean trusted = reading.verdict().isSound();
    if (order.form() == Form.TEXT || order.form() == Form.VERDICT || !trusted) {
      tell(trusted, Recount.words(reading.verdict()));
    }
    boolean kept = order.fingerprint().map(mark -> isKept(reading, mark)).orElse(true);
    return trusted && kept ? SOUND : TAMPERED;
  }

  private boolean isKept(Reading reading, String mark) {
    boolean kept = reading.isSoundUpTo(mark);
    tell(kept, Recount.words(reading, mark));
    return kept;
  }

  private void tell(boolean good, String words) {
    if (good) {
      console.say(words);
    } else {
      console.complain(words);
    }
  }
}
