package dev.wrapkey.simulator.rest;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.wrapkey.simulator.world.Vault;
import dev.wrapkey.simulator.world.World;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Long-running operations of Key Vault (recorded: purge of a vault 2022, delete and purge of a
 * managed HSM 2022). Their opaque id holds all there is to know: when they begin and end.
 */
final class VaultOperations {

  private static final String PLACE =
      "/subscriptions/{sub}/providers/Microsoft.KeyVault/locations/{location}/";
  private static final DateTimeFormatter STAMP =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss'Z'", Locale.ROOT);
  private static final Pattern OPERATION = Pattern.compile("(\\d{1,11})\\|(\\d{1,11})");
  private static final String RETRY_AFTER = "10";

  private final World world;

  VaultOperations(World world) {
    this.world = world;
  }

  List<Route> routes() {
    return List.of(
        new Route("GET", PLACE + "operationResults/{op}", "", this::ofVault),
        new Route("GET", PLACE + "managedHsmOperationResults/{op}", "", this::ofHsm));
  }

  /** The answer to the request that begins one. */
  WireAnswer accepted(Call call, Vault vault) {
    String span = world.now().getEpochSecond() + "|" + world.pace().vaultPurge().getEpochSecond();
    String id =
        Base64.getUrlEncoder()
            .withoutPadding()
            .encodeToString(span.getBytes(StandardCharsets.US_ASCII));
    return at(
        call,
        vault.region(),
        vault.isHsm() ? "managedHsmOperationResults" : "operationResults",
        id);
  }

  private static WireAnswer at(Call call, String region, String kind, String id) {
    String location =
        "https://management.azure.com/subscriptions/%s/providers/Microsoft.KeyVault/locations/%s/%s/%s?api-version=%s"
            .formatted(call.part("sub"), region, kind, id, call.apiVersion());
    return WireAnswer.empty(202).with("Location", location).with("Retry-After", RETRY_AFTER);
  }

  private WireAnswer ofHsm(Call call) {
    return isOver(span(call))
        ? WireAnswer.empty(200)
        : at(call, call.part("location"), "managedHsmOperationResults", call.part("op"));
  }

  private WireAnswer ofVault(Call call) {
    Matcher span = span(call);
    boolean done = isOver(span);
    ObjectNode body =
        Tree.of(
            "createdDateTime",
            text(moment(span, 1)),
            "lastActionDateTime",
            done ? text(moment(span, 2)) : null,
            "status",
            done ? "Succeeded" : "NotStarted");
    return done ? WireAnswer.ok(body) : WireAnswer.json(202, body).with("Retry-After", RETRY_AFTER);
  }

  private boolean isOver(Matcher span) {
    return !world.now().isBefore(moment(span, 2));
  }

  private static Instant moment(Matcher span, int group) {
    return Instant.ofEpochSecond(Long.parseLong(span.group(group)));
  }

  private static Matcher span(Call call) {
    try {
      byte[] id = Base64.getUrlDecoder().decode(call.part("op"));
      Matcher matcher = OPERATION.matcher(new String(id, StandardCharsets.US_ASCII));
      if (matcher.matches()) {
        return matcher;
      }
      throw ArmErrors.invalidParameter("operationId");
    } catch (IllegalArgumentException malformed) {
      throw ArmErrors.invalidParameter("operationId");
    }
  }

  private static String text(Instant moment) {
    return STAMP.format(moment.atOffset(ZoneOffset.UTC));
  }
}
