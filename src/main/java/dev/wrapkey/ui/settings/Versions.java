package dev.wrapkey.ui.settings;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The order of versions such as 1.4.0 and 1.4.0-SNAPSHOT. */
public final class Versions {

  private static final Pattern SHAPE =
      Pattern.compile("(\\d{1,9}(?:\\.\\d{1,9}){0,5})(-[\\w.-]{1,40})?");

  private Versions() {}

  /** Whether this is a version at all. */
  public static boolean isVersion(String text) {
    return SHAPE.matcher(text).matches();
  }

  /** Whether the first one comes after the second; what is no version comes after nothing. */
  public static boolean isNewer(String candidate, String present) {
    Matcher left = SHAPE.matcher(candidate);
    Matcher right = SHAPE.matcher(present);
    if (!left.matches() || !right.matches()) {
      return false;
    }
    int order = compare(numbers(left.group(1)), numbers(right.group(1)));
    boolean finished = left.group(2) == null && right.group(2) != null;
    return order > 0 || order == 0 && finished;
  }

  private static List<BigInteger> numbers(String dotted) {
    List<BigInteger> numbers = new ArrayList<>();
    for (String each : dotted.split("\\.")) {
      numbers.add(new BigInteger(each));
    }
    return numbers;
  }

  private static int compare(List<BigInteger> left, List<BigInteger> right) {
    for (int place = 0; place < Math.max(left.size(), right.size()); place++) {
      int order = at(left, place).compareTo(at(right, place));
      if (order != 0) {
        return order;
      }
    }
    return 0;
  }

  private static BigInteger at(List<BigInteger> numbers, int place) {
    return place < numbers.size() ? numbers.get(place) : BigInteger.ZERO;
  }
}
