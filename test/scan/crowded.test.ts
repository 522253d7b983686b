import { describe, expect, it } from 'vitest';
import { withCrowded } from '../../parsers/scan/crowded.ts';

const EM = 26;
/** Letters an em apart; those in brackets share the room of one. */
function line(text: string) {
  let x = 0;
  return [...text.matchAll(/\[(.+?)\]|(.)/gu)].flatMap(([, shared, alone = '']) => {
    const letters = Array.from(shared ?? alone);
    const wide = EM / letters.length;
    return letters.map((letter) => {
      const box = { text: letter, confidence: 99, x0: x + 1, x1: x + wide - 1, y0: 0, y1: 24 };
      x += wide;
      return box;
    });
  });
}
const crowded = (text: string) =>
  withCrowded(line(text))
    .flatMap(({ text, confidence }) => (confidence === 0 ? [text] : []))
    .join('');

describe('three letters where two have room', () => {
  it('are told in running text and in a label', () => {
    expect(crowded('受診の呼びか[わけ]を進めるため')).toBe('かわけを');
    expect(crowded('利用[音者]数')).toBe('用音者数');
  });

  it('are none where letters are as far apart as they are set', () => {
    expect(crowded('受診の呼びかけを進めるため')).toBe('');
    expect(crowded('利用者数')).toBe('');
  });

  it('are not looked for among digits, points and small letters', () => {
    expect(crowded('平成[12]年度ま[でっ]た。[「約]')).toBe('');
  });
});
