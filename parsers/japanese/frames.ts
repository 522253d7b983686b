import type { Compound } from './compounds.ts';
import { type Sites, textAt } from './sites.ts';

const PLACES = /^(?:県内|県外|県内外|市内|町内|国内|海外|全国|全県|都内|各地)$/;
/** 首都圏から, 県南部の, 大阪で */
const REGION = /(?:首都圏|都市圏|関西圏|[東西南北中]部)$/;
/** 台風時に４万件 */
const WHEN = /^(?:時|後|前|中|以降|以前|期間中)$/;
const FRAMES =
  /^(?:対象|中心|.*年度[内末]?|(?:過去|史上)最.|.*[上下]位|[春夏秋冬]|.*(?:時点|段階|平日|[祝休]日|土日|週末|曜日)|期間|結果|現在|新規|うち|[各毎前今初]回|当初|年|月|週|日|予定|必要|可能)$/;
/** 累計で612人, 平均で1.4倍 */
const SUMS = /^(?:累計|合計|総計|計|平均|年間|月間)$/;
/** 相談が急増（35件）: what became of the thing that was counted. */
const CHANGES =
  /^(?:増加|減少|急増|急減|倍増|半減|激減|上昇|低下|増|減|増減|増額|減額|推移|達成|到達|突破|回復|拡大|縮小|延長|短縮)$/;
/** Names of places, of frames or of what became of a thing: never what was counted itself. */
export const isNoLabel = (name: string): boolean =>
  CHANGES.test(name) || PLACES.test(name) || FRAMES.test(name);

/** 研修会を県内9会場で, 企業を対象に10回, 新たに12件: nouns that the label stands behind. */
export function isFrame(sites: Sites, compound: Compound): boolean {
  const words = sites.tokens.slice(compound.from, compound.to);
  const name = textAt(sites, compound);
  const [before, after] = [sites.tokens[compound.from - 1], sites.tokens[compound.to]];
  const last = words.at(-1);
  if (FRAMES.test(name)) return true;
  if (name === '全国') return true;
  if (PLACES.test(name)) {
    // （国内9件、海外3件）: parts of what stands before the bracket.
    const listed = sites.quantities[compound.from - 2] !== undefined;
    return !/^[（(]$/.test(before?.surface ?? '') && !(before?.surface === '、' && listed);
  }
  if (WHEN.test(last?.surface ?? '') && after?.surface === 'に') return true;
  if (SUMS.test(name)) return after?.surface === 'で';
  if (last?.posDetail === 'サ変接続' && /^[（(]$/.test(after?.surface ?? ''))
    return /^[をが]$/.test(before?.surface ?? '');
  if (words.every((word) => word.posDetail === '副詞可能')) return true;
  if (CHANGES.test(name)) return before?.pos === '助詞' && /^(?:助詞|記号)$/.test(after?.pos ?? '');
  if (words.length === 1 && last?.posDetail === '形容動詞語幹')
    return !/^[がはをの]$/.test(after?.surface ?? '');
  const region = REGION.test(name) || /^(?:固有名詞|接尾)-地域/.test(last?.posDetail ?? '');
  return region && /^(?:で|に|から|の|と|にて|では|には)$/.test(after?.surface ?? '');
}
