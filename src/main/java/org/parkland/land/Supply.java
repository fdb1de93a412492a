package org.parkland.land;

import java.time.LocalDate;

/**
 * What a delivery says about the supply of a parcel and what became of it. Null is "not delivered", never "no".
 *
 * @param parcel parcel number
 * @param landUse class code
 * @param cause why it stands unused, in the deliverer's words
 * @param disposal state of the proceedings, in the deliverer's words
 */
public record Supply(
    String parcel,
    String holder,
    String landUse,
    Double registeredAreaM2,
    Double approvedAreaM2,
    Grant grant,
    Progress progress,
    Plant plant,
    String cause,
    String disposal,
    Boolean mortgaged,
    Boolean seized) {

  /** The contract or decision and its changes. The price includes nothing that was built. */
  public record Grant(
      String supplyNo,
      String contractNo,
      String mode,
      Double priceWan,
      LocalDate signedOn,
      LocalDate approvedOn,
      LocalDate handoverAgreedOn,
      LocalDate startAgreedOn,
      LocalDate completionAgreedOn,
      LocalDate extensionSignedOn,
      LocalDate extendedStartOn) {}

  /** What has happened. Investment is without land price and taxes, in 万元. */
  public record Progress(
      LocalDate handoverActualOn,
      LocalDate startedOn,
      LocalDate stoppedOn,
      LocalDate completedOn,
      Double developedAreaM2,
      Double areaToDevelopM2,
      Double investedWan,
      Double totalInvestmentWan) {}

  /** What stands and works there. Fixed assets include the land price, in 万元; tax is per year. */
  public record Plant(
      Double floorAreaM2,
      Double idleFloorAreaM2,
      Double footprintM2,
      Double taxWan,
      Double fixedAssetsWan,
      String industryCode) {}

  public static Supply of(Feature row) {
    return new Supply(row.id(), row.text("holder"), row.landUse(), row.number("registered_area_m2"),
        row.number("approved_area_m2"), grant(row), progress(row), plant(row), row.text("cause"),
        row.text("disposal"), row.flag("mortgaged"), row.flag("seized"));
  }

  private static Grant grant(Feature row) {
    return new Grant(row.text("supply_no"), row.text("contract_no"), row.text("supply_mode"),
        row.number("price_wan"), row.date("signed_on"), row.date("approved_on"),
        row.date("handover_agreed_on"), row.date("start_agreed_on"), row.date("completion_agreed_on"),
        row.date("extension_signed_on"), row.date("extended_start_on"));
  }

  private static Progress progress(Feature row) {
    return new Progress(row.date("handover_actual_on"), row.date("started_on"), row.date("stopped_on"),
        row.date("completed_on"), row.number("developed_area_m2"), row.number("area_to_develop_m2"),
        row.number("invested_wan"), row.number("total_investment_wan"));
  }

  private static Plant plant(Feature row) {
    return new Plant(row.number("floor_area_m2"), row.number("idle_floor_area_m2"),
        row.number("footprint_m2"), row.number("tax_wan"), row.number("fixed_assets_wan"),
        row.text("industry_code"));
  }
}
