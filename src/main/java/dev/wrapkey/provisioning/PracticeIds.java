package dev.wrapkey.provisioning;

import java.util.regex.Pattern;

/**
 * How tenant and subscription ids of the practice cloud are told from real ones: all of them begin
 * with {@code facade00-0000-4000-a000-}. Entra draws real ids at random, so that no real one does.
 */
public final class PracticeIds {

  private static final Pattern PRACTICE =
      Pattern.compile("facade00-0000-4000-a000-[0-9a-f]{12}", Pattern.CASE_INSENSITIVE);

  private PracticeIds() {}

  /** Whether an id belongs to the practice cloud, where nothing costs money. */
  public static boolean isPractice(String id) {
    return PRACTICE.matcher(id).matches();
  }
}
