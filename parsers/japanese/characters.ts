import { remembered } from './remembered.ts';

/**
 * CJK Radicals Supplement (U+2E80–2EF3) → unified ideograph, pairs side by side, from Unicode's
 * EquivalentUnifiedIdeograph.txt. NFKC leaves nearly all of this block as it is.
 */
const RADICALS_SUPPLEMENT =
  '⺁厂⺂乛⺃乚⺄乙⺅亻⺆冂⺇𠘨⺈刀⺉刂⺊卜⺋㔾⺌小⺍小⺎兀⺏尣⺐尢⺑𡯂⺒巳⺓幺⺔彑⺕𫜹⺖忄⺗心⺘扌⺙攵⺛旡⺜日⺝月⺞歺⺟母⺠民⺡氵⺢氺⺣灬⺤爫⺥爫⺦丬⺧牛⺨犭⺩王' +
  '⺪𤴔⺫目⺬示⺭礻⺮𥫗⺯糹⺰纟⺱罓⺲罒⺳㓁⺴冗⺵𦉫⺶羊⺷𦍌⺸𦍋⺹耂⺺肀⺻聿⺼肉⺽𦥑⺾艹⺿艹⻀艹⻁虎⻂衤⻃覀⻄西⻅见⻆角⻇𧢲⻈讠⻉贝⻊𧾷⻋车⻌辶⻍辶⻎辶⻏邑⻐钅⻑長' +
  '⻒镸⻓长⻔门⻕𨸏⻖阝⻗雨⻘青⻙韦⻚页⻛风⻜飞⻝食⻞𩙿⻟飠⻠饣⻡𩠐⻢马⻣骨⻤鬼⻥鱼⻦鸟⻧卤⻨麦⻩黄⻪黾⻫斉⻬齐⻭歯⻮齿⻯竜⻰龙⻱龜⻲亀⻳龟';

const SUPPLEMENT = new Map<string, string>();
{
  const chars = [...RADICALS_SUPPLEMENT];
  for (let i = 0; i + 1 < chars.length; i += 2) {
    SUPPLEMENT.set(chars[i] as string, chars[i + 1] as string);
  }
}

/**
 * Names that fonts give to a common glyph: Adobe-Japan1-UCS2 calls the long dash a combining stroke, Noto CJK the
 * middle dot a hyphenation point, the full-width slash a division slash, angle brackets technical ones, and 戸 a
 * radical whose unified ideograph, 戶, no Japanese text uses.
 */
const MISNAMED: Readonly<Record<string, string>> = {
  '\u0336': '—',
  '\u2027': '・',
  '\u2215': '／',
  '\u2329': '〈',
  '\u232a': '〉',
  '\u2f3e': '戸',
};
const MISNAMES = /[\u0336\u2027\u2215\u2329\u232a\u2f3e]/g;

/** Radicals, Kangxi radicals and compatibility ideographs: what PDF fonts map a common glyph to by accident. */
const ACCIDENTS = /[\u2e80-\u2fdf\uf900-\ufaff\u{2f800}-\u{2fa1f}]/gu;

/**
 * Glyph accidents mended: ⼯ becomes 工, ⻑ becomes 長, a compatibility ideograph its unified one. All other
 * characters (①, ㈱, full-width letters) stay as printed, so NFKC is applied to these blocks alone.
 */
export const mendGlyphs = remembered((text) =>
  text
    .replace(MISNAMES, (c) => MISNAMED[c] ?? c)
    .replace(ACCIDENTS, (c) => SUPPLEMENT.get(c) ?? c.normalize('NFKC')),
);

const DASHES = /[‐‑‒–—―−－─]/g;
const WAVES = /[〜～∼]/g;

/** The same dash and the same wave for all that fonts use for them: which one it is says nothing. */
export function oneDash(text: string): string {
  return text.replace(DASHES, '-').replace(WAVES, '~');
}

/** Which of a character's shapes is printed (辻󠄀 or 辻): it is the same character. */
const SHAPES = /[\ufe00-\ufe0f\u{e0100}-\u{e01ef}]/gu;

/** Text as compared and searched, never as stored: NFKC, one dash, one wave, no white space, no shape selectors. */
export const comparable = remembered((text) =>
  oneDash(oneDash(text).normalize('NFKC')).replace(/\s+/g, '').replace(SHAPES, ''),
);
