package org.parkland.demo;

/** Invented holders and addresses; every one of them says that it is an example (示例). */
final class Names {
  private static final String[] FIRST = {
    "恒", "瑞", "锦", "嘉", "鼎", "卓", "启", "晟", "泓", "朗", "旭", "润", "凯", "铭", "达", "信"};
  private static final String[] SECOND = {
    "泽", "川", "程", "峰", "辉", "华", "源", "宇", "腾", "联", "科", "益", "安", "航", "越", "欣"};
  private static final String[] TRADE = {
    "精密机械", "电子科技", "新能源材料", "智能装备", "五金制品", "照明电器", "医疗器械", "食品",
    "包装材料", "汽车零部件", "塑料制品", "纺织", "应急装备", "线路板"};
  /** GB/T 4754 divisions in the order of {@link #TRADE}. */
  private static final String[] TRADE_CODE = {
    "34", "39", "38", "35", "33", "38", "35", "14", "22", "36", "29", "17", "35", "39"};
  private static final String[] ROAD = {
    "安宁路", "和泰街", "兴盛路", "永平路", "清源街", "明达路", "南景路", "东丰路", "乐塘路", "新桥路",
    "华冲街", "康围路", "创新路", "科苑路", "滨江路", "礼兴路"};
  private static final String[] VILLAGE = {
    "向东", "向荣", "英南", "乌纱", "丰盛", "武东", "新民", "新华", "五四", "直冲", "麻园", "东升"};
  private static final String[] STREET_OFFICE = {"外海街道", "礼乐街道", "江南街道"};

  private Names() {}

  static int trade(Dice dice) {
    return dice.below(TRADE.length);
  }

  static String tradeCode(int trade) {
    return TRADE_CODE[trade];
  }

  static String plant(Dice dice, int trade) {
    return "江门市示例" + dice.pick(FIRST) + dice.pick(SECOND) + TRADE[trade] + "有限公司";
  }

  static String developer(Dice dice) {
    return "江门市示例" + dice.pick(FIRST) + dice.pick(SECOND) + "置业有限公司";
  }

  static String shop(Dice dice) {
    return "江门市示例" + dice.pick(FIRST) + dice.pick(SECOND) + "商业管理有限公司";
  }

  static String village(Dice dice) {
    return "示例" + dice.pick(VILLAGE) + "村股份合作经济联合社";
  }

  static String villager(Dice dice) {
    return "示例户" + (100_000 + dice.below(900_000));
  }

  static String authority(Dice dice) {
    return dice.pick("江海区示例公共事务中心", "江海区示例建设管理中心", "江海区示例土地储备中心");
  }

  static String address(int streetOffice, Dice dice) {
    return "江海区" + STREET_OFFICE[streetOffice] + "示例" + dice.pick(ROAD)
        + (1 + dice.below(398)) + "号";
  }

  static String fields(int streetOffice, Dice dice) {
    return "江海区" + STREET_OFFICE[streetOffice] + "示例" + dice.pick(VILLAGE) + "村";
  }
}
