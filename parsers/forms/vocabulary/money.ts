/** Names of money lines, folded: whole words and the parts of names. */
export const MONEY_NAME =
  /(?:事業|総|直接|間接|人件|給与|物件|経|需用|役務|報償|旅|工事|職員|運営|管理|維持|整備|委託|扶助|公債)費|コスト|支出金|補助金|交付金|負担金|分担金|財源|[町市県村都道府区]債|地方債|起債|人工(?![乾林芝知透呼授衛島地湖池心繁])|職員数|従事(?:した)?(?:職員|人)|人員|所要時間|従事時間|決算額|予算額?|執行額|執行率|繰越|繰入金|使用料|手数料|賃金|報酬|委託料|予備費|投入量|歳出|歳入|事業費/;
/** Headings, side labels and column heads of a money table. */
export const MONEY_HEAD =
  /決算|予算|執行|コスト|経費|事業費|財源|投入|費用|支出|金額|歳出|歳入|人件費|資金/;
/** Lines that count people or hours: the caption's unit of money is not theirs. */
export const PEOPLE =
  /人工(?![乾林芝知透呼授衛島地湖池心繁])|職員数|人員|従事|人数|時間|正職員$|正規職員$|(?:任用|臨時|嘱託)職員$/;
/** Everything below this is drawn, not told: 資金の流れ. */
export const MONEY_FLOW = /資金の流れ|支出先上位|費目・使途/;
export const SUBTOTAL = /^(?:うち|内)/;
