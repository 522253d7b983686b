const DIGITS = '〇一二三四五六七八九';

/** A number below a hundred in digits or ideographs: 24, 二十四, 元 (1). */
export function kanjiNumber(text: string): number {
  if (text === '元') return 1;
  if (/^\d+$/.test(text)) return Number(text);
  const [tens, ones] = text.includes('十') ? text.split('十') : ['', text];
  const ten = text.includes('十') ? Math.max(1, DIGITS.indexOf(tens || '一')) : 0;
  return 10 * ten + Math.max(0, DIGITS.indexOf(ones || '〇'));
}
