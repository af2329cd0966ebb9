package dev.wrapkey.azure;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Opens Entra's page and sends its form to the program that waits for it, as a browser does. */
public final class PlayedBrowser {

  private static final Pattern FIELD =
      Pattern.compile("name=\"(code|state)\" value=\"([^\"]*)\"|action=\"([^\"]*)\"");

  private PlayedBrowser() {}

  /**
   * Signs in.
   *
   * @param way to Entra
   * @return what the person sees in the end
   */
  public static String signIn(HttpClient.Builder way, URI page) {
    try (HttpClient outside = way.build();
        HttpClient here = HttpClient.newHttpClient()) {
      String html =
          outside.send(HttpRequest.newBuilder(page).build(), BodyHandlers.ofString()).body();
      StringBuilder form = new StringBuilder();
      String action = "";
      Matcher field = FIELD.matcher(html);
      while (field.find()) {
        if (field.group(3) == null) {
          String value = URLEncoder.encode(field.group(2), StandardCharsets.UTF_8);
          form.append(field.group(1)).append('=').append(value).append('&');
        } else {
          action = field.group(3);
        }
      }
      return here.send(
              HttpRequest.newBuilder(URI.create(action))
                  .header("Content-Type", "application/x-www-form-urlencoded")
                  .POST(HttpRequest.BodyPublishers.ofString(form.toString()))
                  .build(),
              BodyHandlers.ofString())
          .body();
    } catch (IOException | InterruptedException failed) {
      throw new AssertionError(failed);
    }
  }
}
