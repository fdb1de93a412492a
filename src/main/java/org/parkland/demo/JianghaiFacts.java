package org.parkland.demo;

import java.util.List;

/**
 * What is known of Jianghai, and the totals the sample must meet. Positions are CGCS2000 degrees
 * (EPSG:4490). Outline, main roads, rivers and places follow the public outline and hints
 * collected for this project (certainty low to medium, up to 1.5 km); everything marked 示例 and
 * every base, park and line border is invented.
 */
final class JianghaiFacts {
  /** One metre square in 亩 is 3/2000: 1 亩 = 2000/3 m². */
  static final double M2_PER_MU = 2000.0 / 3;

  /** 24-vertex outline, clockwise (public outlines moved to CGCS2000, rounded to 0.002°). */
  static final double[] OUTLINE = {
    113.160, 22.604, 113.180, 22.578, 113.184, 22.556, 113.182, 22.542, 113.172, 22.532,
    113.168, 22.536, 113.156, 22.534, 113.150, 22.512, 113.144, 22.512, 113.128, 22.500,
    113.122, 22.504, 113.112, 22.494, 113.100, 22.498, 113.088, 22.494, 113.080, 22.486,
    113.074, 22.492, 113.076, 22.506, 113.070, 22.530, 113.064, 22.536, 113.070, 22.566,
    113.098, 22.586, 113.098, 22.600, 113.120, 22.606, 113.152, 22.606};

  /** Ellipsoidal area of that outline. */
  static final double DISTRICT_AREA_M2 = 109_597_000;

  /** Shares of industrial in urban and rural construction land that the sample must show. */
  static final double RATIO_2025 = 0.320;
  static final double RATIO_PLANNED = 0.305;
  static final double RATIO_2020 = 0.332;
  /** The city-quality zone stays below the 30% line, now and as planned. */
  static final double RATIO_NORTH_2025 = 0.255;
  static final double RATIO_NORTH_PLANNED = 0.245;

  /** Idle land and inefficient land, each about 1,000 亩; vacant plant floor; emergency park. */
  static final double IDLE_MU = 1_000;
  static final double INEFFICIENT_MU = 1_000;
  static final double VACANT_FLOOR_M2 = 320_000;
  static final double SPECIAL_PARK_MU = 5_000;

  /** A line on the ground. {@code widthM} is the whole width of road or water. */
  record Line(String id, String name, String nameEn, Kind kind, double widthM, double... lonLat) {}

  /** What a line is; the order is the order of precedence where two cross. */
  enum Kind {
    MOTORWAY("1202", "公路用地"),
    RAILWAY("1201", "铁路用地"),
    ARTERIAL("1207", "城镇村道路用地"),
    RIVER("1701", "河流水面"),
    STREET("1207", "城镇村道路用地"),
    FARM_ROAD("0601", "农村道路"),
    DITCH("1705", "沟渠");

    final String code;
    final String className;

    Kind(String code, String className) {
      this.code = code;
      this.className = className;
    }
  }

  static final List<Line> ROADS = List.of(
      new Line("R01", "广中江高速", "Guang-Zhong-Jiang Expressway", Kind.MOTORWAY, 46,
          113.066, 22.5125, 113.084, 22.5150, 113.098, 22.5140, 113.115, 22.5178,
          113.135, 22.5208, 113.162, 22.5245),
      new Line("R02", "江珠高速", "Jiang-Zhu Expressway", Kind.MOTORWAY, 46,
          113.141, 22.612, 113.1445, 22.592, 113.1425, 22.575, 113.1440, 22.560,
          113.1425, 22.545, 113.1390, 22.528, 113.1345, 22.514, 113.131, 22.496),
      new Line("R03", "广珠城际铁路", "Guangzhou-Zhuhai Intercity Railway", Kind.RAILWAY, 30,
          113.188, 22.5800, 113.172, 22.5862, 113.156, 22.5925, 113.135, 22.5935,
          113.112, 22.5915, 113.088, 22.5865),
      new Line("R04", "金瓯路", "Jin'ou Road", Kind.ARTERIAL, 50,
          113.1775, 22.5870, 113.166, 22.5842, 113.152, 22.5790, 113.138, 22.5735,
          113.128, 22.5695, 113.117, 22.5640, 113.106, 22.5568, 113.095, 22.5508,
          113.0845, 22.5440),
      new Line("R05", "五邑路", "Wuyi Road", Kind.ARTERIAL, 50,
          113.058, 22.5425, 113.072, 22.5450, 113.088, 22.5432, 113.104, 22.5440,
          113.122, 22.5468, 113.142, 22.5452, 113.160, 22.5440, 113.172, 22.5462,
          113.1895, 22.5470),
      new Line("R06", "会港大道", "Huigang Avenue", Kind.ARTERIAL, 54,
          113.066, 22.5190, 113.080, 22.5212, 113.094, 22.5210, 113.110, 22.5240,
          113.130, 22.5285, 113.146, 22.5325, 113.160, 22.5385, 113.176, 22.5395,
          113.190, 22.5400),
      new Line("R07", "连海路", "Lianhai Road", Kind.ARTERIAL, 40,
          113.1345, 22.594, 113.1320, 22.582, 113.1310, 22.570, 113.1335, 22.555,
          113.1325, 22.545, 113.1270, 22.5277),
      new Line("R08", "龙溪路", "Longxi Road", Kind.ARTERIAL, 40,
          113.1120, 22.5545, 113.124, 22.5535, 113.138, 22.5560, 113.152, 22.5605,
          113.166, 22.5630, 113.1795, 22.5675),
      new Line("R09", "东海路", "Donghai Road", Kind.ARTERIAL, 44,
          113.1210, 22.612, 113.1185, 22.592, 113.1145, 22.578, 113.1135, 22.566,
          113.1115, 22.552, 113.1125, 22.538, 113.1105, 22.524),
      new Line("R10", "示例外海大道", "Sample Waihai Avenue", Kind.ARTERIAL, 36,
          113.1560, 22.612, 113.1545, 22.594, 113.1560, 22.580, 113.1545, 22.564,
          113.1575, 22.550, 113.1570, 22.537),
      new Line("R11", "示例礼乐大道", "Sample Lile Avenue", Kind.ARTERIAL, 36,
          113.0790, 22.5585, 113.0815, 22.546, 113.0845, 22.533, 113.0870, 22.521,
          113.0905, 22.507, 113.0955, 22.490),
      new Line("R12", "示例南塘路", "Sample Nantang Road", Kind.ARTERIAL, 30,
          113.066, 22.5045, 113.084, 22.5060, 113.100, 22.5045, 113.116, 22.5090,
          113.134, 22.5112, 113.156, 22.5165),
      new Line("R13", "示例白水路", "Sample Baishui Road", Kind.ARTERIAL, 32,
          113.0720, 22.5655, 113.0860, 22.5612, 113.0985, 22.5650, 113.1145, 22.5762,
          113.1325, 22.5835, 113.1560, 22.5860));

  /**
   * Border rivers run along the outline.
   *
   * @param from first vertex of the outline (index of the pair)
   * @param to last vertex
   * @param runOnM how far the river runs on straight beyond both, out of the district
   */
  record BorderRiver(String id, String name, String nameEn, double widthM, int from, int to,
      double runOnM) {}

  static final List<BorderRiver> BORDER_RIVERS = List.of(
      new BorderRiver("W01", "西江", "Xi Jiang (West River)", 720, 0, 3, 900),
      new BorderRiver("W02", "江门水道", "Jiangmen Waterway", 210, 14, 21, 0));

  static final List<Line> RIVERS = List.of(
      new Line("W03", "礼乐河", "Lile River", Kind.RIVER, 130,
          113.060, 22.5660, 113.0735, 22.5620, 113.0820, 22.5590, 113.0915, 22.5530,
          113.0960, 22.5440, 113.1010, 22.5360, 113.1115, 22.5310, 113.1170, 22.5225,
          113.1210, 22.5140, 113.1320, 22.5085, 113.143, 22.4995),
      new Line("W04", "马鬃沙河", "Mazongsha River", Kind.RIVER, 70,
          113.1360, 22.612, 113.1410, 22.6000, 113.1490, 22.5965, 113.1580, 22.5985,
          113.1700, 22.5965),
      new Line("W05", "示例南冲", "Sample South Creek", Kind.RIVER, 45,
          113.066, 22.5000, 113.0830, 22.4995, 113.1010, 22.5085, 113.1120, 22.5045,
          113.1190, 22.5135),
      new Line("W06", "示例中路河", "Sample Middle Creek", Kind.RIVER, 40,
          113.1040, 22.5335, 113.1200, 22.5385, 113.1370, 22.5375, 113.1500, 22.5405,
          113.1660, 22.5420, 113.186, 22.5440));

  record Place(String id, String name, String nameEn, String kind, double lon, double lat) {}

  static final List<Place> PLACES = List.of(
      new Place("P01", "江海区人民政府", "District Government", "government", 113.1120, 22.5665),
      new Place("P02", "江海绿化广场", "Jianghai Green Square", "square", 113.1125, 22.5648),
      new Place("P03", "江海万达", "Jianghai Wanda Plaza", "commerce", 113.1170, 22.5630),
      new Place("P04", "礼乐", "Lile", "town", 113.0840, 22.5320),
      new Place("P05", "外海", "Waihai", "town", 113.1500, 22.5880),
      new Place("P06", "白水带", "Baishuidai Hill", "hill", 113.0905, 22.5705),
      new Place("P07", "龙溪湖", "Longxi Lake", "lake", 113.1355, 22.5530),
      new Place("P08", "江门高新港", "Jiangmen High-tech Port", "port", 113.1765, 22.5370),
      new Place("P09", "江门港客运码头", "Jiangmen Passenger Port", "port", 113.1735, 22.5850),
      new Place("P10", "江门东站", "Jiangmen East Station", "station", 113.1120, 22.5920),
      new Place("P11", "高新区", "High-tech Zone", "area", 113.1330, 22.5560));

  /** A round area: centre, half axes east and north in metres. */
  record Area(String id, String name, String nameEn, double lon, double lat,
      double eastM, double northM) {}

  static final List<Area> BASES = List.of(
      new Area("B1", "高端机电装备制造产业集聚区", "High-end Machinery Base", 113.1490, 22.5535, 520, 800),
      new Area("B2", "新一代电子信息产业集聚区", "New Electronics Base", 113.1235, 22.5372, 860, 560),
      new Area("B3", "新能源新材料产业集聚区", "New Energy and Materials Base",
          113.1480, 22.5405, 800, 440),
      new Area("B4", "现代服务产业园", "Modern Services Park", 113.1240, 22.5790, 620, 440),
      new Area("B5", "大健康产业基地", "Health Industry Base", 113.1070, 22.5415, 430, 400),
      new Area("B6", "智能智造产业基地", "Smart Manufacturing Base", 113.1660, 22.5555, 800, 680));

  static final List<Area> VILLAGE_PARKS = List.of(
      new Area("V01", "示例向东村级工业园", "Sample Village Park 1", 113.0800, 22.5170, 330, 250),
      new Area("V02", "示例向荣村级工业园", "Sample Village Park 2", 113.0850, 22.5020, 300, 230),
      new Area("V03", "示例威西村级工业园", "Sample Village Park 3", 113.0975, 22.5015, 260, 210),
      new Area("V04", "示例英南村级工业园", "Sample Village Park 4", 113.1030, 22.5180, 320, 240),
      new Area("V05", "示例乌纱村级工业园", "Sample Village Park 5", 113.1085, 22.5120, 290, 250),
      new Area("V06", "示例丰盛村级工业园", "Sample Village Park 6", 113.1155, 22.5030, 270, 230),
      new Area("V07", "示例武东村级工业园", "Sample Village Park 7", 113.0765, 22.5265, 300, 260),
      new Area("V08", "示例新民村级工业园", "Sample Village Park 8", 113.0935, 22.5270, 320, 250),
      new Area("V09", "示例新华村级工业园", "Sample Village Park 9", 113.0735, 22.5375, 270, 260),
      new Area("V10", "示例五四村级工业园", "Sample Village Park 10", 113.0740, 22.5545, 250, 280),
      new Area("V11", "示例直冲村级工业园", "Sample Village Park 11", 113.1490, 22.6010, 330, 240),
      new Area("V12", "示例麻园村级工业园", "Sample Village Park 12", 113.1655, 22.5780, 320, 250),
      new Area("V13", "示例东南村级工业园", "Sample Village Park 13", 113.1475, 22.5700, 280, 240),
      new Area("V14", "示例东升村级工业园", "Sample Village Park 14", 113.1060, 22.5975, 300, 230));

  /** Numbers of the village parks that have been upgraded. */
  static final List<String> UPGRADED_VILLAGE_PARKS = List.of("V02", "V07", "V11", "V13");

  static final Area SPECIAL_PARK = new Area("S1", "安全应急产业园",
      "Safety and Emergency Industry Park", 113.1375, 22.5238, 1250, 830);
  static final Area CENTRE = new Area("C1", "中央商务区", "Central Business District",
      113.1135, 22.5665, 900, 720);
  static final Area NEW_TOWN = new Area("N1", "产业新城", "Industry New Town",
      113.1560, 22.5515, 1700, 1000);
  static final Area HILL = new Area("H1", "白水带", "Baishuidai Hill", 113.0905, 22.5705, 760, 620);
  static final Area LAKE = new Area("L1", "龙溪湖", "Longxi Lake", 113.1365, 22.5535, 260, 200);
  static final Area PORT = new Area("P1", "江门高新港", "High-tech Port", 113.1770, 22.5365, 650, 380);

  private JianghaiFacts() {}
}
