package org.parkland.demo;

/**
 * The classes the sample uses, of the national land and sea classification (2023 edition), with
 * what the generator needs to know of them.
 */
enum LandUse {
  PADDY("0101", "水田", 2.6, Group.FARM), DRY("0103", "旱地", 1.8, Group.FARM),
  ORCHARD("0201", "果园", 2.0, Group.FARM), POND("1704", "坑塘水面", 1.5, Group.FARM),
  FOREST("0301", "乔木林地", 8, Group.NATURE), FARM_FACILITY("0602", "设施农用地", 1, Group.FARM),
  LAKE("1702", "湖泊水面", 20, Group.NATURE), SHOAL("0506", "内陆滩涂", 3, Group.NATURE),
  HOUSING("070102", "二类城镇住宅用地", 1.0, Group.SUPPLIED),
  LOW_HOUSING("070101", "一类城镇住宅用地", 0.9, Group.SUPPLIED),
  COMMUNITY("0702", "城镇社区服务设施用地", 0.5, Group.PUBLIC),
  VILLAGE("0703", "农村宅基地", 0.26, Group.VILLAGE),
  VILLAGE_SERVICE("0704", "农村社区服务设施用地", 0.35, Group.VILLAGE),
  OFFICES("0801", "机关团体用地", 1.2, Group.PUBLIC), RESEARCH("0802", "科研用地", 1.5, Group.PUBLIC),
  CULTURE("0803", "文化用地", 1.5, Group.PUBLIC), SCHOOL("080403", "中小学用地", 2.6, Group.PUBLIC),
  KINDERGARTEN("080404", "幼儿园用地", 0.5, Group.PUBLIC),
  SPORTS("0805", "体育用地", 2.2, Group.PUBLIC),
  HOSPITAL("080601", "医院用地", 2.2, Group.PUBLIC),
  WELFARE("0807", "社会福利用地", 0.9, Group.PUBLIC),
  COMMERCE("0901", "商业用地", 0.9, Group.SUPPLIED),
  BUSINESS("0902", "商务金融用地", 1.0, Group.SUPPLIED),
  LIGHT_INDUSTRY("100101", "一类工业用地", 1.9, Group.INDUSTRY),
  INDUSTRY("100102", "二类工业用地", 2.1, Group.INDUSTRY),
  HEAVY_INDUSTRY("100103", "三类工业用地", 2.4, Group.INDUSTRY),
  STORAGE("110101", "一类物流仓储用地", 2.4, Group.STORAGE),
  PORT("1204", "港口码头用地", 5, Group.OUTSIDE), STATION("120801", "对外交通场站用地", 2.5, Group.PUBLIC),
  PARKING("120803", "社会停车场用地", 0.5, Group.PUBLIC),
  WATER_SUPPLY("1301", "供水用地", 1.5, Group.PUBLIC), DRAINAGE("1302", "排水用地", 1.5, Group.PUBLIC),
  POWER("1303", "供电用地", 0.9, Group.PUBLIC), SANITATION("1309", "环卫用地", 0.6, Group.PUBLIC),
  PARK("1401", "公园绿地", 2.5, Group.PUBLIC), GREEN_BELT("1402", "防护绿地", 1.4, Group.PUBLIC),
  SQUARE("1403", "广场用地", 1.5, Group.PUBLIC), RESERVED("16", "留白用地", 3, Group.PUBLIC),
  RELIGIOUS("1503", "宗教用地", 0.8, Group.OUTSIDE), CEMETERY("1506", "殡葬用地", 2, Group.OUTSIDE),
  VACANT("2301", "空闲地", 2.0, Group.OUTSIDE);

  /** How a class is treated: whether counted as urban and rural construction land, and supplied. */
  enum Group {
    FARM(false), NATURE(false), OUTSIDE(false), VILLAGE(true), PUBLIC(true), SUPPLIED(true),
    INDUSTRY(true), STORAGE(true);

    final boolean built;

    Group(boolean built) {
      this.built = built;
    }
  }

  final String code;
  final String label;
  /** Usual area of a parcel in a sample of about 8,000 parcels, hectares. */
  final double parcelHa;
  final Group group;

  LandUse(String code, String label, double parcelHa, Group group) {
    this.code = code;
    this.label = label;
    this.parcelHa = parcelHa;
    this.group = group;
  }

  /** In the denominator of the red line (redline.md §1, D-A). */
  boolean built() {
    return group.built;
  }

  /** In the numerator of the red line (redline.md §2, N-B: 1001 and 1101). */
  boolean industrial() {
    return group == Group.INDUSTRY || group == Group.STORAGE;
  }

  /** Supplied by contract, with the dates of the idle-land tests. */
  boolean supplied() {
    return industrial() || group == Group.SUPPLIED;
  }

  boolean farmland() {
    return group == Group.FARM;
  }
}
