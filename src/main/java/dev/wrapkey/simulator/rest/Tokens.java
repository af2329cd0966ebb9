package dev.wrapkey.simulator.rest;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.wrapkey.simulator.world.Ids;
import dev.wrapkey.simulator.world.Principal;
import dev.wrapkey.simulator.world.Refusal;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Makes and reads access tokens: JSON Web Tokens with Entra's claims, signed with a key of this run
 * of the program. A token does not expire here: its holder measures its life by the wall clock,
 * which a virtual clock outruns.
 */
public final class Tokens {

  static final int LIFE_SECONDS = 86_399;
  private static final String HEADER = encode("{\"typ\":\"JWT\",\"alg\":\"HS256\"}");

  private final SecretKeySpec key;
  private final String tenant;
  // No two tokens are alike, not even of one second.
  private final AtomicLong serial = new AtomicLong();

  public Tokens(String tenant, Ids ids) {
    this.key = new SecretKeySpec(ids.bytes(32), "HmacSHA256");
    this.tenant = tenant;
  }

  /**
   * A token for an application.
   *
   * @param audience the resource it is for
   */
  public String issue(Principal principal, String audience, Instant now) {
    return token(principal, audience, now, Tree.of("idtyp", "app"));
  }

  /** A token for somebody who signed in with an application, named in {@code principal}. */
  String issueToPerson(Principal principal, String audience, Instant now) {
    return token(
        principal,
        audience,
        now,
        Tree.of(
            "idtyp",
            "user",
            "name",
            Person.NAME,
            "upn",
            principal.name(),
            "unique_name",
            principal.name(),
            "scp",
            "user_impersonation"));
  }

  /** What tells an application who signed in; nobody is asked to trust its signature. */
  String identityToken(Principal principal, String client, String nonce, Instant now) {
    return signed(
        Tree.of(
            "aud",
            client,
            "iss",
            "https://login.microsoftonline.com/" + tenant + "/v2.0",
            "iat",
            now.getEpochSecond(),
            "nbf",
            now.getEpochSecond(),
            "exp",
            now.getEpochSecond() + LIFE_SECONDS,
            "name",
            Person.NAME,
            "nonce",
            nonce.isEmpty() ? null : nonce,
            "oid",
            principal.objectId(),
            "preferred_username",
            principal.name(),
            "sub",
            principal.objectId(),
            "tid",
            tenant,
            "ver",
            "2.0"));
  }

  private String token(Principal principal, String audience, Instant now, ObjectNode kind) {
    ObjectNode claims =
        Tree.of(
            "aud", audience,
            "iss", "https://sts.windows.net/" + tenant + "/",
            "iat", now.getEpochSecond(),
            "nbf", now.getEpochSecond(),
            "exp", now.getEpochSecond() + LIFE_SECONDS,
            "appid", principal.appId(),
            "oid", principal.objectId(),
            "sub", principal.objectId(),
            "tid", tenant,
            "uti", Long.toHexString(serial.incrementAndGet()),
            "practice_name", principal.name(),
            "practice_trusted_service", principal.trustedService(),
            "ver", "1.0");
    claims.setAll(kind);
    return signed(claims);
  }

  private String signed(ObjectNode claims) {
    String content = HEADER + "." + encode(claims.toString());
    return content + "." + sign(content);
  }

  /**
   * Whose token an {@code Authorization} header carries; empty if it is missing or not one of ours.
   *
   * @throws Refusal 401 if it is for another audience
   */
  Optional<Principal> principal(String authorization, Audience audience) {
    if (!authorization.regionMatches(true, 0, "Bearer ", 0, 7)) {
      return Optional.empty();
    }
    String token = authorization.substring(7).strip();
    int dot = token.lastIndexOf('.');
    if (dot < 0
        || !MessageDigest.isEqual(
            bytes(token.substring(dot + 1)), bytes(sign(token.substring(0, dot))))) {
      return Optional.empty();
    }
    return Optional.of(read(token.substring(0, dot), audience));
  }

  private static Principal read(String content, Audience audience) {
    try {
      byte[] claims = Base64.getUrlDecoder().decode(content.substring(content.indexOf('.') + 1));
      ObjectNode tree = Tree.read(claims);
      audience.require(Tree.text(tree, "aud"));
      return new Principal(
          Tree.text(tree, "oid"),
          Tree.text(tree, "appid"),
          Tree.text(tree, "practice_name"),
          tree.path("practice_trusted_service").asBoolean());
    } catch (IllegalArgumentException malformed) {
      throw new Refusal(401, "InvalidAuthenticationToken", "The access token is invalid.");
    }
  }

  private String sign(String content) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(key);
      return Base64.getUrlEncoder().withoutPadding().encodeToString(mac.doFinal(bytes(content)));
    } catch (GeneralSecurityException missing) {
      throw new IllegalStateException("every JDK has HMAC-SHA-256", missing);
    }
  }

  private static String encode(String text) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes(text));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
