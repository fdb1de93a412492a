"""Opens what a server offers and its database file in QGIS, without a screen, and tells what it sees as JSON.

Arguments: address of the open interfaces, path of the database file.
"""
import json
import sys
import urllib.request

from qgis.core import (QgsApplication, QgsCategorizedSymbolRenderer, QgsDataSourceUri, QgsMapBoxGlStyleConverter,
                       QgsProviderRegistry, QgsVectorLayer, QgsVectorTileLayer)

root, database = sys.argv[1:3]
QgsApplication.setPrefixPath("/usr", True)
app = QgsApplication([], False)
app.initQgis()
seen = {"version": QgsApplication.applicationVersion()}


def features(layer):
    count = broken = 0
    words = set()
    for feature in layer.getFeatures():
        count += 1
        broken += not feature.hasGeometry() or not feature.geometry().isGeosValid()
        words.add(feature["location"] if layer.fields().indexOf("location") >= 0 else "")
    return {"valid": layer.isValid(), "features": count, "broken": broken,
            "chinese": any("江海区" in str(word) for word in words), "crs": layer.crs().authid()}


uri = QgsDataSourceUri()
uri.setParam("url", root)
uri.setParam("typename", "parcels")
uri.setParam("pageSize", "1000")
seen["collection"] = features(QgsVectorLayer(uri.uri(False), "parcels", "OAPIF"))

tiles = QgsVectorTileLayer(
    "type=xyz&url=" + root + "/collections/parcels/tiles/WebMercatorQuad/%7Bz%7D/%7By%7D/%7Bx%7D&zmin=0&zmax=17", "tiles")
converter = QgsMapBoxGlStyleConverter()
style = urllib.request.urlopen(root + "/styles/current").read().decode()
seen["tiles"] = {"valid": tiles.isValid(), "styled": int(converter.convert(style)),
                 "rules": len(converter.renderer().styles()) if converter.renderer() else 0}

layers = {}
for part in QgsProviderRegistry.instance().querySublayers(database):
    layer = QgsVectorLayer(part.uri(), part.name(), "ogr")
    if layer.isSpatial() and part.name().startswith(("parcels", "zoning")):
        found = features(layer)
        renderer = layer.renderer()
        found["coloured"] = isinstance(renderer, QgsCategorizedSymbolRenderer)
        found["colours"] = {c.value(): c.symbol().color().name() for c in renderer.categories()} if found["coloured"] else {}
        layers[part.name()] = found
seen["database"] = layers
print("SEEN " + json.dumps(seen, ensure_ascii=False))
sys.stdout.flush()
app.exitQgis()
