package dev.wrapkey.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.wrapkey.impact.Answer;
import dev.wrapkey.provisioning.KeyUser;
import dev.wrapkey.provisioning.ResourceId;
import dev.wrapkey.rules.Heir;
import dev.wrapkey.rules.KeyImpact.Dependent;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What would break, for programs, as JSON. Names that are there stay what they are. */
public final class ImpactJson {

  private ImpactJson() {}

  /**
   * A list: one entry for each act that was asked about.
   *
   * @param whose who has looked, and where
   */
  public static String text(List<Answer> answers, Signature whose) {
    try {
      return new ObjectMapper()
          .writerWithDefaultPrettyPrinter()
          .writeValueAsString(answers.stream().map(answer -> of(answer, whose)).toList());
    } catch (JsonProcessingException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  private static Map<String, Object> of(Answer answer, Signature whose) {
    Map<String, Object> all = new LinkedHashMap<>();
    all.put("act", answer.act());
    all.put("asked", answer.asked().toString());
    all.putAll(whose.facts());
    all.put("breaks", answer.impact().breaksSomething());
    all.put("complete", !answer.isPartial());
    all.put("dark", answer.impact().dark().stream().map(ResourceId::toString).sorted().toList());
    all.put("servers", answer.impact().dependents().stream().map(ImpactJson::server).toList());
    all.put(
        "replicasCutOff", answer.impact().cutOff().stream().map(ImpactJson::identifier).toList());
    all.put("restored", answer.impact().heirs().stream().map(ImpactJson::heir).toList());
    answer
        .impact()
        .recoverableUntil(answer.asked())
        .ifPresent(until -> all.put("recoverableUntil", until.toString()));
    all.put("when", answer.when());
    all.put("beside", answer.beside());
    all.put("wayBack", answer.wayBack());
    all.put("command", answer.command());
    all.put("commandsBack", answer.commandsBack());
    return all;
  }

  private static Map<String, Object> server(Dependent each) {
    Map<String, Object> one = new LinkedHashMap<>();
    one.put("server", identifier(each.user()));
    one.put("purpose", each.use().purpose().name().toLowerCase(Locale.ROOT));
    one.put("key", each.use().key().toString());
    one.put("state", each.user().state());
    one.put("fate", each.fate().name().toLowerCase(Locale.ROOT));
    one.put("backupDays", each.user().backups().days());
    one.put("geoBackups", each.user().backups().geoRedundant());
    return one;
  }

  private static Map<String, Object> heir(Heir heir) {
    return Map.of(
        "server", heir.server().toString(),
        "source", heir.source().toString(),
        "key", heir.key().toString());
  }

  private static String identifier(KeyUser user) {
    return user.id().toString();
  }
}
