package dev.wrapkey.rules;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A range of IPv4 addresses in the notation of RFC 4632, for example {@code 10.0.0.0/24}.
 *
 * @param first the first address as a number
 * @param bits how many leading bits all its addresses share: 0 to 32
 */
public record AddressRange(long first, int bits) {

  private static final String OCTET = "(25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])";
  private static final Pattern SHAPE =
      Pattern.compile(
          OCTET + "\\." + OCTET + "\\." + OCTET + "\\." + OCTET + "/(3[0-2]|[12]?[0-9])");

  /** Reads a range; empty if the text is none or its address is not the first of the range. */
  public static Optional<AddressRange> parse(String text) {
    Matcher m = SHAPE.matcher(text);
    if (!m.matches()) {
      return Optional.empty();
    }
    long first = 0;
    for (int i = 1; i <= 4; i++) {
      first = first << 8 | Integer.parseInt(m.group(i));
    }
    AddressRange range = new AddressRange(first, Integer.parseInt(m.group(5)));
    return first % range.size() == 0 ? Optional.of(range) : Optional.empty();
  }

  /**
   * The first part of this range with so many leading bits that overlaps none of those taken.
   *
   * @param wanted at least as many as this range has
   */
  public Optional<AddressRange> firstFree(int wanted, List<AddressRange> taken) {
    long step = 1L << (32 - wanted);
    for (long start = first; start < first + size(); start += step) {
      AddressRange part = new AddressRange(start, wanted);
      if (taken.stream().noneMatch(part::overlaps)) {
        return Optional.of(part);
      }
    }
    return Optional.empty();
  }

  /** How many addresses there are. */
  public long size() {
    return 1L << (32 - bits);
  }

  /** Whether every address of the other range is in this one. */
  public boolean contains(AddressRange other) {
    return first <= other.first && other.first + other.size() <= first + size();
  }

  @Override
  public String toString() {
    return "%d.%d.%d.%d/%d"
        .formatted(first >> 24, first >> 16 & 255, first >> 8 & 255, first & 255, bits);
  }

  /** Whether an address is in both. */
  public boolean overlaps(AddressRange other) {
    return first < other.first + other.size() && other.first < first + size();
  }
}
