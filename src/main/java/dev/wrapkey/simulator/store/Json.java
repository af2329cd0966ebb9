package dev.wrapkey.simulator.store;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Function;

/** Records as JSON text and back. Moments and durations are written in ISO 8601. */
public final class Json {

  private static final ObjectMapper MAPPER =
      JsonMapper.builder()
          .addModule(
              new SimpleModule()
                  .addSerializer(Instant.class, new Text<Instant>())
                  .addDeserializer(Instant.class, new FromText<>(Instant::parse))
                  .addSerializer(Duration.class, new Text<Duration>())
                  .addDeserializer(Duration.class, new FromText<>(Duration::parse)))
          .disable(com.fasterxml.jackson.databind.MapperFeature.AUTO_DETECT_IS_GETTERS)
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .build();

  private Json() {}

  /** Has the reading of a type of record prepared, and of those that it is made of. */
  public static void warmUp(Class<? extends Record> type) {
    try {
      MAPPER.readerFor(type).readValue("null");
    } catch (JsonProcessingException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  static String write(Object value) {
    try {
      return MAPPER.writeValueAsString(value);
    } catch (JsonProcessingException unwritable) {
      throw new UncheckedIOException(unwritable);
    }
  }

  static <T> T read(String text, Class<T> type) {
    try {
      return MAPPER.readValue(text, type);
    } catch (JsonProcessingException damaged) {
      throw new UncheckedIOException(damaged);
    }
  }

  /**
   * Reads a file that is part of the program.
   *
   * @param name of a resource in package {@code dev.wrapkey.simulator}
   */
  public static <T> T resource(String name, Class<T> type) {
    try (InputStream in = Json.class.getResourceAsStream("/dev/wrapkey/simulator/" + name)) {
      if (in == null) {
        throw new IllegalArgumentException("no such resource: " + name);
      }
      return MAPPER.readValue(in, type);
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  private static final class Text<T> extends JsonSerializer<T> {
    @Override
    public void serialize(T value, JsonGenerator out, SerializerProvider provider)
        throws IOException {
      out.writeString(value.toString());
    }
  }

  private static final class FromText<T> extends JsonDeserializer<T> {
    private final transient Function<String, T> parse;

    FromText(Function<String, T> parse) {
      this.parse = parse;
    }

    @Override
    public T deserialize(JsonParser in, DeserializationContext context) throws IOException {
      return parse.apply(in.getText());
    }
  }
}
