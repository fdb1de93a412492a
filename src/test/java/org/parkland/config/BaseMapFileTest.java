package org.parkland.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.parkland.BadInput;

class BaseMapFileTest {
  @TempDir
  private Path folder;

  @Test
  void theExampleIsRead() {
    List<BaseMap> maps = BaseMapFile.read(Path.of("docs/basemaps.yaml"));
    assertThat(maps).extracting(BaseMap::name).containsExactly("本地影像", "省级电子地图", "天地图影像");
    assertThat(maps.get(0).origins()).containsExactly("http://tiles.example.org");
    assertThat(maps.get(1).urls().get(0)).contains("TILEMATRIXSET=c").contains("TILEMATRIX={z}").contains("FORMAT=image%2Fpng");
    assertThat(maps.get(1).crs()).isEqualTo("EPSG:4490");
  }

  /** Its matrix set of degrees names the level with two tiles 1; that of Web Mercator names the one with one tile 0. */
  @Test
  void tiandituIsAskedByItsOwnLevels() throws IOException {
    BaseMap degrees = read("{name: a, type: tianditu, layer: img, crs: 'EPSG:4490', key: k&1}").get(0);
    assertThat(degrees.levelOffset()).isEqualTo(1);
    assertThat(degrees.urls()).hasSize(2).allSatisfy(url -> assertThat(url).contains("_c/wmts").contains("tk=k%261"));
    assertThat(degrees.origins()).hasSize(8).contains("https://t0.tianditu.gov.cn", "https://t7.tianditu.gov.cn");
    BaseMap mercator = read("{name: a, type: tianditu, layer: vec, labels: false, key: k}").get(0);
    assertThat(mercator.levelOffset()).isZero();
    assertThat(mercator.urls()).singleElement().asString().contains("vec_w/wmts");
  }

  @Test
  void withoutAFileThereIsNone() {
    assertThat(BaseMapFile.read(folder.resolve("none.yaml"))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {
    "{type: xyz, url: 'https://a/{z}/{x}/{y}'} | name",
    "{name: a, type: wms, url: 'https://a/{z}/{x}/{y}'} | xyz, wmts or tianditu",
    "{name: a, type: xyz, url: 'https://a/{z}/{x}'} | {y}",
    "{name: a, type: xyz, url: 'https://{s}.a/{z}/{x}/{y}'} | subdomains",
    "{name: a, type: xyz, url: '/{z}/{x}/{y}'} | https",
    "{name: a, type: xyz, url: \"https://a; script-src *;/{z}/{x}/{y}\"} | https",
    "{name: a, type: xyz, url: 'javascript:{z}{x}{y}'} | https",
    "{name: a, type: tianditu, layer: img} | key",
    "{name: a, type: tianditu, layer: sat, key: k} | vec, img or ter",
    "{name: a, type: wmts, url: 'https://a', layer: l, matrixSet: m, crs: 'EPSG:4526'} | EPSG:4490",
    "{name: a, type: xyz, url: 'https://a/{z}/{x}/{y}', keys: k} | keys"})
  void whatCannotBeUsedIsTold(String entry, String told) {
    assertThatThrownBy(() -> read(entry)).isInstanceOf(BadInput.class).hasMessageContaining(told)
        .hasMessageContaining("maps.yaml");
  }

  private List<BaseMap> read(String entry) throws IOException {
    Path file = folder.resolve("maps.yaml");
    Files.writeString(file, "baseMaps:\n  - " + entry + "\n");
    return BaseMapFile.read(file);
  }
}
