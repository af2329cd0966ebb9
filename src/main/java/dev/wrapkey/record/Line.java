package dev.wrapkey.record;

import java.time.Instant;
import java.util.Map;

/**
 * One line of the record.
 *
 * @param number counts up from 1
 * @param time on the cloud's clock, which runs as it likes in the practice cloud
 * @param written on the computer's clock
 * @param change what ties the lines of one change together: the correlation id that Wrapkey sent
 * @param phase what the line tells
 * @param deed what was asked for
 * @param before how it was, name to value
 * @param after what was asked for, or how it is now, name to value
 * @param said the service's code and words, where it refused; its own correlation id, where it
 *     accepted under another
 */
public record Line(
    long number,
    Instant time,
    Instant written,
    String change,
    Phase phase,
    Deed deed,
    Map<String, String> before,
    Map<String, String> after,
    String said) {}
