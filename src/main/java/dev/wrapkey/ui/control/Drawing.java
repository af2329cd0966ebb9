package dev.wrapkey.ui.control;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * The paths of a one-colour drawing on a grid of 20 by 20, read from {@code icons/<name>.svg}. Of
 * SVG it understands {@code path} with {@code d} and {@code fill}: a path is either a line or a
 * filled shape.
 */
record Drawing(List<Path> paths) {

  private static final Map<String, Drawing> READ = new ConcurrentHashMap<>();

  /**
   * One path of it.
   *
   * @param data SVG path data
   * @param solid filled instead of drawn as a line
   */
  record Path(String data, boolean solid) {}

  static Drawing of(String name) {
    return READ.computeIfAbsent(name, Drawing::read);
  }

  private static Drawing read(String name) {
    String file = "/icons/" + name + ".svg";
    try (InputStream in = Drawing.class.getResourceAsStream(file)) {
      if (in == null) {
        throw new IllegalArgumentException("no icon: icons/" + name + ".svg");
      }
      return new Drawing(List.copyOf(paths(in)));
    } catch (IOException e) {
      throw new UncheckedIOException(file, e);
    } catch (XMLStreamException e) {
      throw new IllegalArgumentException("not a drawing: icons/" + name + ".svg", e);
    }
  }

  private static List<Path> paths(InputStream in) throws XMLStreamException {
    XMLInputFactory factory = XMLInputFactory.newFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    XMLStreamReader xml = factory.createXMLStreamReader(in);
    List<Path> paths = new ArrayList<>();
    while (xml.hasNext()) {
      if (xml.next() == XMLStreamReader.START_ELEMENT && "path".equals(xml.getLocalName())) {
        paths.add(
            new Path(
                xml.getAttributeValue(null, "d"), xml.getAttributeValue(null, "fill") != null));
      }
    }
    return paths;
  }
}
