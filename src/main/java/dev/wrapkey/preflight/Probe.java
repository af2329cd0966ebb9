package dev.wrapkey.preflight;

import java.time.Duration;

/**
 * One look whether a remedy has taken effect.
 *
 * @param looks how often it was looked, this time included
 * @param elapsed since the remedy was applied, on the cloud's clock
 * @param atMost how long Wrapkey will go on looking
 * @param seen the rule as it is now
 */
public record Probe(int looks, Duration elapsed, Duration atMost, Check seen) {}
