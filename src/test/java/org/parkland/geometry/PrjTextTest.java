package org.parkland.geometry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.locationtech.jts.geom.Envelope;

class PrjTextTest {
  private static final String CGCS2000 = "GEOGCS[\"GCS_China_Geodetic_Coordinate_System_2000\",DATUM[\"D_China_2000\","
      + "SPHEROID[\"CGCS2000\",6378137.0,298.257222101]],PRIMEM[\"Greenwich\",0.0],UNIT[\"Degree\",0.0174532925199433]]";
  private static final String WGS_84 = CGCS2000.replace("298.257222101", "298.257223563");

  @ParameterizedTest
  @CsvSource({
      "CGCS2000_3_Degree_GK_Zone_38, Gauss_Kruger, 114, 38500000, EPSG:4526, false",
      "CGCS2000_3_Degree_GK_CM_114E, Gauss_Kruger, 114, 500000, EPSG:4547, false",
      "CGCS2000_3_Degree_GK_CM_114E, Transverse_Mercator, 114, 38500000, EPSG:4526, true",
      "CGCS2000_3_Degree_GK_Zone_37, Transverse_Mercator, 114, 38500000, EPSG:4526, true",
      "CGCS2000_GK_Zone_19, Gauss_Kruger, 111, 19500000, EPSG:4497, false",
      "CGCS2000_GK_CM_111E, Gauss_Kruger, 111, 500000, EPSG:4546, false",
      "Xian_1980_3_Degree_GK_Zone_38, Gauss_Kruger, 114, 38500000, EPSG:4526, true"})
  void parametersDecideAndAContradictingNameIsTold(
      String name, String method, double meridian, double easting, String code, boolean contradicts) {
    PrjText text = PrjText.read(projected(name, CGCS2000, method, meridian, easting, 0, 1));
    assertThat(text.crs().code()).isEqualTo(code);
    assertThat(text.contradiction() != null).isEqualTo(contradicts);
  }

  @Test
  void parameterNamesMayBeInSmallLetters() {
    String prj = projected("zone 38", CGCS2000, "Transverse_Mercator", 114, 38_500_000, 0, 1)
        .replace("False_Easting", "false_easting").replace("Central_Meridian", "central_meridian");
    assertThat(PrjText.read(prj).crs().code()).isEqualTo("EPSG:4526");
  }

  @Test
  void degreesAndWebMercatorAreKnown() {
    assertThat(PrjText.read(CGCS2000).crs().code()).isEqualTo("EPSG:4490");
    assertThat(PrjText.read(WGS_84).crs().code()).isEqualTo("EPSG:4326");
    assertThat(PrjText.read(Crs.of("EPSG:3857").wkt()).crs().code()).isEqualTo("EPSG:3857");
    assertThat(PrjText.read("PROJCS[\"WGS_1984_Web_Mercator_Auxiliary_Sphere\"," + WGS_84
        + ",PROJECTION[\"Mercator_Auxiliary_Sphere\"],PARAMETER[\"False_Easting\",0.0],PARAMETER[\"False_Northing\",0.0],"
        + "PARAMETER[\"Central_Meridian\",0.0],PARAMETER[\"Standard_Parallel_1\",0.0],"
        + "PARAMETER[\"Auxiliary_Sphere_Type\",0.0],UNIT[\"Meter\",1.0]]").crs().code()).isEqualTo("EPSG:3857");
  }

  @Test
  void gaussKrugerOnWgs84CountsAsCgcs2000AndUtmIsItself() {
    assertThat(PrjText.read(projected("x", WGS_84, "Gauss_Kruger", 114, 38_500_000, 0, 1)).crs().code())
        .isEqualTo("EPSG:4526");
    assertThat(PrjText.read(projected("WGS_1984_UTM_Zone_49N", WGS_84, "Transverse_Mercator", 111, 500_000, 0, 0.9996))
        .crs().code()).isEqualTo("EPSG:32649");
  }

  @Test
  void aLocalOriginIsRefusedUnderWhateverName() {
    String nanshan = projected("CGCS2000_3_Degree_GK_CM_114E", CGCS2000, "Gauss_Kruger", 114, 11_038, -2_486_635, 1);
    assertThatThrownBy(() -> PrjText.read(nanshan)).isInstanceOf(UnknownCrsException.class)
        .hasMessageContaining("local system (shifted origin or scale: false easting 11038.0");
  }

  @Test
  void everySystemOfTheRegisterThatAnOfficeMaySendIsRecognisedByItsOwnText() {
    for (int code : new int[] {4490, 4326, 4497, 4525, 4526, 4527, 4546, 4547, 4548}) {
      String wkt = Crs.of("EPSG:" + code).wkt();
      assertThat(PrjText.read(wkt).crs().code()).as(wkt).isEqualTo("EPSG:" + code);
    }
  }

  @ParameterizedTest
  @CsvSource({
      "113.1, 22.55, EPSG:4490, false, true", "22.55, 113.1, EPSG:4490, true, true",
      "408000, 2496500, EPSG:4547, false, false", "2496500, 408000, EPSG:4547, true, false",
      "38408000, 2496500, EPSG:4526, false, true", "2496500, 38408000, EPSG:4526, true, true",
      "39408000, 2496500, EPSG:4527, false, true", "19708000, 2497000, EPSG:4497, false, true",
      "12590100, 2580000, EPSG:3857, false, true"})
  void coordinatesAreGuessedByTheirSize(double x, double y, String code, boolean swapped, boolean certain) {
    assertThat(CrsGuess.of(new Envelope(x, x, y, y), 113.1)).contains(new CrsGuess(Crs.of(code), swapped, certain));
  }

  /** The zone is the district's own; where that is unknown only the order of the axes can be told. */
  @Test
  void anEastingWithoutPrefixTakesTheZoneOfTheDistrict() {
    Envelope box = new Envelope(408000, 408001, 2496500, 2496501);
    assertThat(CrsGuess.of(box, 120.4)).contains(new CrsGuess(Crs.of("EPSG:4549"), false, false));
    assertThat(CrsGuess.of(box, null)).contains(new CrsGuess(null, false, false));
  }

  @Test
  void whatIsNowhereInChinaIsNotGuessed() {
    assertThat(CrsGuess.of(new Envelope(5, 6, -5, -4))).isEmpty();
    assertThat(CrsGuess.of(new Envelope(5e9, 6e9, 1, 2))).isEmpty();
  }

  private static String projected(
      String name, String base, String method, double meridian, double easting, double northing, double scale) {
    return "PROJCS[\"" + name + "\"," + base + ",PROJECTION[\"" + method + "\"],PARAMETER[\"False_Easting\"," + easting
        + "],PARAMETER[\"False_Northing\"," + northing + "],PARAMETER[\"Central_Meridian\"," + meridian
        + "],PARAMETER[\"Scale_Factor\"," + scale + "],PARAMETER[\"Latitude_Of_Origin\",0.0],UNIT[\"Meter\",1.0]]";
  }
}
