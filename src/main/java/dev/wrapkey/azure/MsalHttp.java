package dev.wrapkey.azure;

import com.azure.core.http.HttpClient;
import com.azure.core.http.HttpHeader;
import com.azure.core.http.HttpHeaderName;
import com.azure.core.http.HttpMethod;
import com.azure.core.http.HttpResponse;
import com.azure.core.util.Context;
import com.microsoft.aad.msal4j.HttpRequest;
import com.microsoft.aad.msal4j.IHttpClient;
import com.microsoft.aad.msal4j.IHttpResponse;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * MSAL's requests over the transport of all others.
 *
 * @param way that transport
 */
record MsalHttp(HttpClient way) implements IHttpClient {

  @Override
  public IHttpResponse send(HttpRequest asked) {
    com.azure.core.http.HttpRequest request =
        new com.azure.core.http.HttpRequest(
            HttpMethod.valueOf(asked.httpMethod().name()), asked.url());
    if (asked.headers() != null) {
      asked
          .headers()
          .forEach((name, value) -> request.setHeader(HttpHeaderName.fromString(name), value));
    }
    if (asked.body() != null) {
      request.setBody(asked.body());
    }
    try (HttpResponse answer = way.sendSync(request, Context.NONE)) {
      Map<String, List<String>> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
      for (HttpHeader header : answer.getHeaders()) {
        headers.put(header.getName(), header.getValuesList());
      }
      com.microsoft.aad.msal4j.HttpResponse told =
          new com.microsoft.aad.msal4j.HttpResponse()
              .statusCode(answer.getStatusCode())
              .body(answer.getBodyAsBinaryData().toString());
      told.addHeaders(headers);
      return told;
    }
  }
}
