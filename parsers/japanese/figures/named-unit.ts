import { narrow } from './printed.ts';

const PARENTHESES = /[（(【[［〔]([^（）()【】[\]［］〔〕]{1,12})[）)】\]］〕](?:[※＊*]\d{0,2})?$/;
const STATED = /^単位[:：]?\s*/;
/** 千人, 百万円, 万㎡ */
const WITH_MAGNITUDE = /^[十百千万億兆]+[\p{L}㎡㎥]{1,4}$/u;
const SYMBOL = /^(?:[%‰℃℉]|[㌀-㏿]|[%％]?ポイント)$/;
/** ha, kWh, t-CO2, mg/L; not an abbreviation in capitals (KPI). */
const LATIN =
  /^(?:[kMGTμµmcdhn]?(?:W|Wh|g|m|t|l|L|B|bps|Pa|Hz|V|A|J|Sv|Bq|ha|a|dB|ppm)[23²³]?|[A-Za-zμµ]*[a-z%][A-Za-z0-9²³-]*(?:\/[\p{L}\p{N}㎡㎥]+)?)$/u;
const COUNTER =
  /^(?:[かヶカヵケ箇]所|[かヶカヵケ箇]国|[かヶカヵケ箇]月|時間|日間|年間|週間|団体|法人|世帯|市町村?|地区|施設|品目|種類|区画|路線|教室|会場|学級|事業所?|店舗|企業|人[日泊月]|人・日|件\/年|回\/年|人\/年|人\/日|トン|ﾄﾝ|キロ|メートル|ヘクタール|リットル|ポイント|コース|グループ|チーム|パーセント|プラン|ページ|ケース)$/;
/** What is counted per what: 件/100世帯, 人/千人. */
const PER = /^[\p{L}㎡㎥%]{1,4}\/(?:\d[\d,]*)?[\p{L}㎡㎥]{1,4}$/u;
/** Single characters that tell what is counted, not in what: 参加者数（計）. */
const NO_UNIT = /^[計仮新旧内外他男女県都道府済注再公私案]$/;

/**
 * The unit that a name or a label states in parentheses at its end: 相談件数（件）, 就職率【％】, 入込客数（単位：千人）; null
 * where they hold something else (累計). As printed.
 */
export function unitInName(name: string): string | null {
  const inside = PARENTHESES.exec(name.trimEnd())?.[1]?.trim();
  if (!inside) return null;
  const stated = inside.replace(STATED, '');
  if (stated !== inside) return stated === '' ? null : stated;
  const text = narrow(inside);
  const single = /^\p{Script=Han}$/u.test(text) && !NO_UNIT.test(text);
  return single || [WITH_MAGNITUDE, SYMBOL, LATIN, COUNTER, PER].some((p) => p.test(text))
    ? inside
    : null;
}
