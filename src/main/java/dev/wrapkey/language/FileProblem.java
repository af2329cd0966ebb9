package dev.wrapkey.language;

import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import org.jspecify.annotations.Nullable;

/** Why a file or folder could not be used, in words instead of the name of Java's class. */
public final class FileProblem {

  private FileProblem() {}

  /**
   * The file or folder, and what is wrong with it.
   *
   * @param thrown by what reads or writes files
   */
  public static String of(@Nullable Throwable thrown) {
    return thrown instanceof FileSystemException named && named.getFile() != null
        ? named.getFile() + ": " + reason(thrown)
        : reason(thrown);
  }

  /** The same where the file is named already. */
  public static String reason(@Nullable Throwable thrown) {
    return switch (thrown) {
      case NoSuchFileException _ -> Phrases.say("file.missing");
      case AccessDeniedException _ -> Phrases.say("file.denied");
      case FileAlreadyExistsException _ -> Phrases.say("file.there");
      case FileSystemException other when other.getReason() != null -> other.getReason();
      case null -> "";
      default -> {
        String said = thrown.getMessage();
        yield said == null ? thrown.getClass().getSimpleName() : said;
      }
    };
  }
}
