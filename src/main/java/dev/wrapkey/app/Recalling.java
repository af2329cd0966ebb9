package dev.wrapkey.app;

import dev.wrapkey.cli.Console;
import dev.wrapkey.cli.Recounting;
import dev.wrapkey.cli.Signature;
import dev.wrapkey.language.FileProblem;
import dev.wrapkey.record.ChangeRecord;
import dev.wrapkey.record.Entry;
import dev.wrapkey.record.Reading;
import dev.wrapkey.time.SystemTime;
import dev.wrapkey.ui.record.Recount;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Tells at the console what the record of changes says. It asks no cloud. */
final class Recalling implements Recounting {

  private final Console console;

  Recalling(Console console) {
    this.console = console;
  }

  @Override
  public int recount(Order order) {
    return switch (order.whose()) {
      case Whose.Practice _ ->
          recount(order, StateFolder.practice(order.state()), Signature.PRACTICE.facts());
      case Whose.Tenant tenant -> abroad(order, tenant.id());
    };
  }

  private int abroad(Order order, Optional<String> named) {
    Path azure = StateFolder.azure(order.state());
    List<String> tenants = tenants(azure);
    Optional<String> one =
        named.or(() -> tenants.size() == 1 ? tenants.stream().findFirst() : Optional.empty());
    if (one.isEmpty() || !tenants.contains(one.get().toLowerCase(Locale.ROOT))) {
      console.complain(
          tenants.isEmpty()
              ? "Nothing was changed in Azure yet: there is no record in " + azure + "."
              : "Say of which tenant by --tenant: there are records of %s."
                  .formatted(String.join(", ", tenants)));
      return BAD_INPUT;
    }
    return recount(order, Tenancy.folder(azure, one.get()), Map.of("tenant", one.get()));
  }

  /** Those whose changes were recorded. */
  private static List<String> tenants(Path azure) {
    try (Stream<Path> folders = Files.list(azure)) {
      return folders
          .filter(folder -> Files.isDirectory(folder.resolve(ChangeRecord.FOLDER)))
          .map(folder -> folder.getFileName().toString())
          .sorted()
          .toList();
    } catch (IOException _) {
      return List.of();
    }
  }

  private int recount(Order order, Path folder, Map<String, String> whose) {
    ChangeRecord changes = StateFolder.changes(new SystemTime(), folder);
    try {
      return tell(order, changes.read(), whose);
    } catch (UncheckedIOException e) {
      console.complain(changes.path() + " cannot be read: " + FileProblem.of(e.getCause()));
      return UNREADABLE;
    }
  }

  private int tell(Order order, Reading reading, Map<String, String> whose) {
    List<Entry> entries = Recount.chosen(Entry.of(reading.lines()), order.words(), order.since());
    switch (order.form()) {
      case TEXT -> entries.forEach(entry -> console.say(Recount.text(entry) + "\n"));
      case CSV -> console.say(Recount.csv(entries).stripTrailing());
      case JSON -> console.say(Recount.json(entries, reading.verdict(), whose));
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
