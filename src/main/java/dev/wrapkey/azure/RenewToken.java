package dev.wrapkey.azure;

import com.azure.core.http.HttpHeaderName;
import com.azure.core.http.HttpPipelineCallContext;
import com.azure.core.http.HttpPipelineNextPolicy;
import com.azure.core.http.HttpPipelineNextSyncPolicy;
import com.azure.core.http.HttpResponse;
import com.azure.core.http.policy.HttpPipelinePolicy;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.regex.Pattern;
import reactor.core.publisher.Mono;

/**
 * Has a refused token replaced, once. The SDK's policies get another token and repeat the request
 * where a service sends a claims challenge, and only there: at a token that has expired by the
 * service's clock, or was revoked, Key Vault's sends the same token again and the others give up
 * (azure-core 1.61, azure-security-keyvault-keys 4.12). So a refusal without claims becomes a
 * challenge for a claim that every token of ours has. Whoever refuses a token has done nothing, so
 * that changes may be repeated too.
 *
 * <p>Belongs behind the policy that adds the token.
 */
final class RenewToken implements HttpPipelinePolicy {

  /** Asks for any other token: of a client that can take claims challenges, as this one can. */
  static final String ANOTHER = "{\"access_token\":{\"xms_cc\":{\"values\":[\"cp1\"]}}}";

  private static final String TRIED = "wrapkey-token-renewed";
  private static final String CHALLENGE =
      "error=\"insufficient_claims\", claims=\""
          + Base64.getEncoder().encodeToString(ANOTHER.getBytes(StandardCharsets.US_ASCII))
          + "\"";
  private static final Pattern CLAIMS = Pattern.compile("(?i)\\bclaims=");
  private static final Pattern ERROR =
      Pattern.compile("(?i)(,\\s*)?\\b(error|error_description|error_codes)=\"[^\"]*\"");

  @Override
  public Mono<HttpResponse> process(HttpPipelineCallContext context, HttpPipelineNextPolicy next) {
    return next.process().map(answer -> seen(context, answer));
  }

  @Override
  public HttpResponse processSync(
      HttpPipelineCallContext context, HttpPipelineNextSyncPolicy next) {
    return seen(context, next.processSync());
  }

  private static HttpResponse seen(HttpPipelineCallContext context, HttpResponse answer) {
    boolean refused =
        answer.getStatusCode() == 401
            && context.getHttpRequest().getHeaders().getValue(HttpHeaderName.AUTHORIZATION) != null;
    if (refused && context.getData(TRIED).isEmpty()) {
      context.setData(TRIED, true);
      String said = Answer.text(answer.getHeaders().getValue(HttpHeaderName.WWW_AUTHENTICATE));
      if (!CLAIMS.matcher(said).find()) {
        answer.getHeaders().set(HttpHeaderName.WWW_AUTHENTICATE, challenge(said));
      }
    }
    return answer;
  }

  /** Keeps where tokens come from, which Key Vault's policy reads in every challenge. */
  private static String challenge(String said) {
    String kept = ERROR.matcher(said).replaceAll("").strip();
    return kept.regionMatches(true, 0, "Bearer ", 0, 7)
        ? kept + ", " + CHALLENGE
        : "Bearer " + CHALLENGE;
  }
}
