package dev.wrapkey.health;

import java.util.List;

/** Where each rule is mended; what is not about a key or its store is mended at the server. */
final class Ways {

  private Ways() {}

  static List<Way> of(String rule) {
    return switch (rule) {
      case "CMK-16", "CMK-15", "CMK-17", "CMK-19" -> List.of(Way.KEY, Way.ROTATION);
      case "CMK-42", "REC-4", "INA-2" -> List.of(Way.ROTATION, Way.ENCRYPTION);
      case "CMK-13", "CMK-14" -> List.of(Way.ROTATION);
      case "REC-7", "CMK-32" -> List.of(Way.KEY);
      case "KEY-1" -> List.of(Way.KEY, Way.ENCRYPTION);
      case "CMK-5", "CMK-6", "CMK-7", "CMK-8", "REC-1", "REC-2", "REC-3" -> List.of(Way.STORE);
      default -> List.of(Way.ENCRYPTION);
    };
  }
}
