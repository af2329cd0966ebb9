package dev.wrapkey.provisioning;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A plan as the lines of a ledger: one line a value, named by the way to it, for example {@code
 * plan.basics.name}. Follows the components of the records, so that a plan that grows is kept
 * whole; of type {@link Secret} nothing is ever written. To be replaced where plans get a file of
 * their own.
 */
final class LedgerPlan {

  private static final String ROOT = "plan";
  private static final String SIZE = ".size";
  private static final String KEY = ".key";
  private static final String VALUE = ".value";

  private LedgerPlan() {}

  static void write(Plan plan, SequencedMap<String, String> lines) {
    put(ROOT, plan, lines);
  }

  /**
   * Reads a plan, its password empty.
   *
   * @return empty if there is none, or none that this version understands
   */
  static Optional<Plan> read(Map<String, String> lines) {
    try {
      return has(ROOT, lines) ? Optional.of((Plan) get(ROOT, Plan.class, lines)) : Optional.empty();
    } catch (IllegalArgumentException _) {
      return Optional.empty();
    }
  }

  private static void put(String name, Object value, SequencedMap<String, String> lines) {
    switch (value) {
      case Secret _ -> {}
      case Optional<?> some -> some.ifPresent(v -> put(name, v, lines));
      case List<?> list -> {
        lines.put(name + SIZE, String.valueOf(list.size()));
        for (int i = 0; i < list.size(); i++) {
          put(name + "." + i, list.get(i), lines);
        }
      }
      case Map<?, ?> map -> {
        put(name + KEY, List.copyOf(map.keySet()), lines);
        put(name + VALUE, List.copyOf(map.values()), lines);
      }
      case Record record -> {
        for (RecordComponent part : record.getClass().getRecordComponents()) {
          put(name + "." + part.getName(), valueOf(part, record), lines);
        }
      }
      case Enum<?> word -> lines.put(name, word.name());
      default -> lines.put(name, value.toString());
    }
  }

  private static Object valueOf(RecordComponent part, Record record) {
    try {
      return part.getAccessor().invoke(record);
    } catch (IllegalAccessException | InvocationTargetException e) {
      throw new IllegalStateException(part.getName(), e);
    }
  }

  private static Object get(String name, Type type, Map<String, String> lines) {
    return type instanceof ParameterizedType holder
        ? held(name, holder, lines)
        : plain(name, (Class<?>) type, lines);
  }

  private static Object held(String name, ParameterizedType holder, Map<String, String> lines) {
    Type inner = holder.getActualTypeArguments()[0];
    if (holder.getRawType() == Optional.class) {
      return has(name, lines) ? Optional.of(get(name, inner, lines)) : Optional.empty();
    }
    if (holder.getRawType() == SortedMap.class) {
      return map(name, lines);
    }
    return list(name, inner, lines);
  }

  private static List<Object> list(String name, Type inner, Map<String, String> lines) {
    List<Object> list = new ArrayList<>();
    int size = Integer.parseInt(line(name + SIZE, lines));
    for (int i = 0; i < size; i++) {
      list.add(get(name + "." + i, inner, lines));
    }
    return List.copyOf(list);
  }

  private static SortedMap<Object, Object> map(String name, Map<String, String> lines) {
    List<Object> keys = list(name + KEY, String.class, lines);
    List<Object> values = list(name + VALUE, String.class, lines);
    SortedMap<Object, Object> map = new TreeMap<>();
    for (int i = 0; i < keys.size(); i++) {
      map.put(keys.get(i), values.get(i));
    }
    return map;
  }

  private static Object plain(String name, Class<?> type, Map<String, String> lines) {
    if (type == Secret.class) {
      return Secret.EMPTY;
    }
    if (type.isRecord()) {
      return record(name, type, lines);
    }
    String line = line(name, lines);
    if (type == int.class) {
      return Integer.parseInt(line);
    }
    if (type == boolean.class) {
      return Boolean.parseBoolean(line);
    }
    if (type == Instant.class) {
      return instant(line);
    }
    return type.isEnum() ? word(line, type) : line;
  }

  private static Instant instant(String line) {
    try {
      return Instant.parse(line);
    } catch (DateTimeParseException malformed) {
      throw new IllegalArgumentException(line, malformed);
    }
  }

  private static Object word(String line, Class<?> type) {
    for (Object each : type.getEnumConstants()) {
      if (((Enum<?>) each).name().equals(line)) {
        return each;
      }
    }
    throw new IllegalArgumentException(line);
  }

  private static Object record(String name, Class<?> type, Map<String, String> lines) {
    RecordComponent[] parts = type.getRecordComponents();
    Class<?>[] types = new Class<?>[parts.length];
    Object[] values = new Object[parts.length];
    for (int i = 0; i < parts.length; i++) {
      types[i] = parts[i].getType();
      values[i] = get(name + "." + parts[i].getName(), parts[i].getGenericType(), lines);
    }
    try {
      return type.getDeclaredConstructor(types).newInstance(values);
    } catch (ReflectiveOperationException e) {
      throw new IllegalArgumentException(name, e);
    }
  }

  private static boolean has(String name, Map<String, String> lines) {
    return lines.keySet().stream().anyMatch(n -> n.equals(name) || n.startsWith(name + "."));
  }

  private static String line(String name, Map<String, String> lines) {
    String line = lines.get(name);
    if (line == null) {
      throw new IllegalArgumentException("no " + name);
    }
    return line;
  }
}
