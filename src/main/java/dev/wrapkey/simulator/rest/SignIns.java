package dev.wrapkey.simulator.rest;

import dev.wrapkey.simulator.world.Ids;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Sign-ins of the person that are under way: device codes, authorization codes, refresh tokens.
 * Gone with this run of the program. Thread-safe.
 */
public final class SignIns {

  static final int DEVICE_SECONDS = 900;
  private static final int MOST = 256;
  private static final String LETTERS = "BCDFGHJKLMNPQRSTVWXZ";

  private final Ids ids;
  private final Map<String, Device> devices = bounded();
  private final Map<String, Code> codes = bounded();
  private final Map<String, String> refresh = bounded();

  SignIns(Ids ids) {
    this.ids = ids;
  }

  /** What the person has said to a device code. */
  enum Decision {
    NONE,
    APPROVED,
    DECLINED
  }

  /** A device code. */
  record Device(String userCode, String client, Instant ends, Decision decision) {
    private Device decided(Decision newDecision) {
      return new Device(userCode, client, ends, newDecision);
    }
  }

  /** An authorization code and what it was given for. */
  record Code(String client, String redirect, String challenge, String nonce) {}

  /** Begins with a device; the answer is its device code. */
  synchronized String device(String client, Instant now) {
    String code = secret();
    devices.put(
        code, new Device(userCode(), client, now.plusSeconds(DEVICE_SECONDS), Decision.NONE));
    return code;
  }

  synchronized Optional<Device> find(String deviceCode) {
    return Optional.ofNullable(devices.get(deviceCode));
  }

  synchronized void end(String deviceCode) {
    devices.remove(deviceCode);
  }

  /**
   * Says yes or no to a device code, as the person would on the page that the code is typed into.
   *
   * @return whether there is such a code to decide on
   */
  public synchronized boolean decide(String userCode, boolean approve) {
    String wanted = userCode.strip().toUpperCase(Locale.ROOT);
    for (Map.Entry<String, Device> entry : devices.entrySet()) {
      if (entry.getValue().userCode().equals(wanted)) {
        entry.setValue(entry.getValue().decided(approve ? Decision.APPROVED : Decision.DECLINED));
        return true;
      }
    }
    return false;
  }

  synchronized String code(Code granted) {
    String code = secret();
    codes.put(code, granted);
    return code;
  }

  /** An authorization code works once. */
  synchronized Optional<Code> redeem(String code) {
    return Optional.ofNullable(codes.remove(code));
  }

  synchronized String refreshToken(String client) {
    String token = secret();
    refresh.put(token, client);
    return token;
  }

  synchronized boolean isRefreshToken(String token, String client) {
    return client.equalsIgnoreCase(refresh.get(token));
  }

  private String userCode() {
    StringBuilder code = new StringBuilder();
    for (byte one : ids.bytes(9)) {
      code.append(LETTERS.charAt(Byte.toUnsignedInt(one) % LETTERS.length()));
    }
    return code.toString();
  }

  private String secret() {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(ids.bytes(32));
  }

  private static <T> Map<String, T> bounded() {
    return new LinkedHashMap<>() {
      private static final long serialVersionUID = 1L;

      @Override
      protected boolean removeEldestEntry(Map.Entry<String, T> eldest) {
        return size() > MOST;
      }
    };
  }
}
