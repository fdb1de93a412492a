package org.parkland.sink;

import java.io.StringWriter;
import java.util.List;
import java.util.Set;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/**
 * How a polygon layer is drawn: one fill a value of one column, and a plain one for everything else. Written as QML,
 * which QGIS prefers, and as SLD 1.0, which everyone else reads.
 *
 * @param name of the style, as a user picks it
 * @param column whose values decide
 * @param rules in the order of the legend
 */
public record LayerStyle(String name, String column, List<Rule> rules) {
  private static final String OUTLINE = "#505050";
  private static final String OTHER_FILL = "#cccccc";
  private static final String OUTLINE_MM = "0.1";
  private static final String OUTLINE_PIXELS = "0.3";
  private static final String OTHERS = "其他 / other";
  private static final String SLD = "http://www.opengis.net/sld";
  private static final String OGC = "http://www.opengis.net/ogc";

  /**
   * @param value of the column
   * @param label in the legend
   * @param fill {@code #rrggbb}
   */
  public record Rule(String value, String label, String fill) {}

  /** What an XML document is made of; the writer does the escaping. */
  private interface Body {
    void write(XMLStreamWriter xml) throws XMLStreamException;
  }

  /** The same with the rules of some values only, so that a legend shows what a layer holds. */
  public LayerStyle only(Set<String> values) {
    return new LayerStyle(name, column, rules.stream().filter(each -> values.contains(each.value())).toList());
  }

  /** The style as QGIS keeps it (QML). */
  public String qml() {
    return document(xml -> {
      xml.writeDTD("<!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>");
      start(xml, "qgis", "version", "3.22.0", "styleCategories", "Symbology");
      start(xml, "renderer-v2", "type", "categorizedSymbol", "attr", column, "symbollevels", "0", "enableorderby", "0",
          "forceraster", "0");
      xml.writeStartElement("categories");
      for (int i = 0; i < rules.size(); i++) {
        category(xml, i, rules.get(i).value(), rules.get(i).label());
      }
      category(xml, rules.size(), "", OTHERS);
      xml.writeEndElement();
      xml.writeStartElement("symbols");
      for (int i = 0; i < rules.size(); i++) {
        symbol(xml, i, rules.get(i).fill());
      }
      symbol(xml, rules.size(), OTHER_FILL);
      end(xml, 3);
    });
  }

  private static void category(XMLStreamWriter xml, int symbol, String value, String label) throws XMLStreamException {
    empty(xml, "category", "symbol", String.valueOf(symbol), "value", value, "label", label, "render", "true");
  }

  private static void symbol(XMLStreamWriter xml, int number, String fill) throws XMLStreamException {
    start(xml, "symbol", "name", String.valueOf(number), "type", "fill", "alpha", "1", "clip_to_extent", "1",
        "force_rhr", "0");
    start(xml, "layer", "class", "SimpleFill", "enabled", "1", "locked", "0", "pass", "0");
    String[] options = {"color", rgba(fill), "outline_color", rgba(OUTLINE), "outline_style", "solid", "outline_width",
        OUTLINE_MM, "outline_width_unit", "MM", "style", "solid"};
    start(xml, "Option", "type", "Map");
    for (int i = 0; i < options.length; i += 2) {
      empty(xml, "Option", "name", options[i], "type", "QString", "value", options[i + 1]);
    }
    xml.writeEndElement();
    // Before 3.26 QGIS looked here.
    for (int i = 0; i < options.length; i += 2) {
      empty(xml, "prop", "k", options[i], "v", options[i + 1]);
    }
    end(xml, 2);
  }

  private static String rgba(String hex) {
    int rgb = Integer.parseInt(hex.substring(1), 16);
    return (rgb >> 16) + "," + (rgb >> 8 & 0xff) + "," + (rgb & 0xff) + ",255";
  }

  /** The style as an OGC Styled Layer Descriptor 1.0.0. */
  public String sld() {
    return document(xml -> {
      xml.setDefaultNamespace(SLD);
      start(xml, "StyledLayerDescriptor", "version", "1.0.0");
      xml.writeDefaultNamespace(SLD);
      xml.writeNamespace("ogc", OGC);
      xml.writeStartElement("NamedLayer");
      text(xml, "Name", name);
      xml.writeStartElement("UserStyle");
      text(xml, "Name", name);
      xml.writeStartElement("FeatureTypeStyle");
      for (Rule rule : rules) {
        xml.writeStartElement("Rule");
        text(xml, "Name", rule.value());
        text(xml, "Title", rule.label());
        equal(xml, column, rule.value());
        fill(xml, rule.fill());
        xml.writeEndElement();
      }
      xml.writeStartElement("Rule");
      text(xml, "Name", OTHERS);
      xml.writeEmptyElement("ElseFilter");
      fill(xml, OTHER_FILL);
      end(xml, 5);
    });
  }

  private static void equal(XMLStreamWriter xml, String column, String value) throws XMLStreamException {
    xml.writeStartElement("ogc", "Filter", OGC);
    xml.writeStartElement("ogc", "PropertyIsEqualTo", OGC);
    xml.writeStartElement("ogc", "PropertyName", OGC);
    xml.writeCharacters(column);
    xml.writeEndElement();
    xml.writeStartElement("ogc", "Literal", OGC);
    xml.writeCharacters(value);
    end(xml, 3);
  }

  private static void fill(XMLStreamWriter xml, String fill) throws XMLStreamException {
    xml.writeStartElement("PolygonSymbolizer");
    xml.writeStartElement("Fill");
    css(xml, "fill", fill);
    xml.writeEndElement();
    xml.writeStartElement("Stroke");
    css(xml, "stroke", OUTLINE);
    css(xml, "stroke-width", OUTLINE_PIXELS);
    end(xml, 2);
  }

  private static void css(XMLStreamWriter xml, String name, String value) throws XMLStreamException {
    start(xml, "CssParameter", "name", name);
    xml.writeCharacters(value);
    xml.writeEndElement();
  }

  private static void text(XMLStreamWriter xml, String element, String text) throws XMLStreamException {
    xml.writeStartElement(element);
    xml.writeCharacters(text);
    xml.writeEndElement();
  }

  private static void start(XMLStreamWriter xml, String element, String... attributes) throws XMLStreamException {
    xml.writeStartElement(element);
    attributes(xml, attributes);
  }

  private static void empty(XMLStreamWriter xml, String element, String... attributes) throws XMLStreamException {
    xml.writeEmptyElement(element);
    attributes(xml, attributes);
  }

  private static void attributes(XMLStreamWriter xml, String... pairs) throws XMLStreamException {
    for (int i = 0; i < pairs.length; i += 2) {
      xml.writeAttribute(pairs[i], pairs[i + 1]);
    }
  }

  private static void end(XMLStreamWriter xml, int elements) throws XMLStreamException {
    for (int i = 0; i < elements; i++) {
      xml.writeEndElement();
    }
  }

  private static String document(Body body) {
    StringWriter text = new StringWriter();
    try {
      XMLStreamWriter xml = XMLOutputFactory.newInstance().createXMLStreamWriter(text);
      xml.writeStartDocument("UTF-8", "1.0");
      body.write(xml);
      xml.writeEndDocument();
      xml.close();
    } catch (XMLStreamException e) {
      throw new IllegalStateException("text always becomes XML", e);
    }
    return text.toString();
  }
}
