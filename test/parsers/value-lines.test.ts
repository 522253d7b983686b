import { describe, expect, it } from 'vitest';
import { valueText } from '../../parsers/layout/text.ts';

const said = (...lines: string[]) =>
  valueText(lines.map((text) => ({ text, sources: [...text].map(() => null) }))).text;

describe('the lines of a cell with a value', () => {
  it('keep two numbers apart', () => {
    expect(said('12', '13')).toBe('12 13');
    expect(said('12.3', '4')).toBe('12.3 4');
    expect(said('0.9', '0.6')).toBe('0.9 0.6');
    expect(said('０．９', '６')).toBe('０．９ ６');
    expect(said('588人', '590人')).toBe('588人590人');
    expect(said('延べ６', '１，８５３')).toBe('延べ６ １，８５３');
    expect(said('協議を経て6', '8')).toBe('協議を経て6 8');
    expect(said('参加した団体12', '34件')).toBe('参加した団体12 34件');
  });

  it('are one number where it goes on', () => {
    expect(said('延べ６', '０，１２４店')).toBe('延べ６０，１２４店');
    expect(said('延べ６', '１，８５３品目')).toBe('延べ６１，８５３品目');
    expect(said('約２', '６．４%')).toBe('約２６．４%');
    expect(said('協議を経て6', '8人を目指す')).toBe('協議を経て68人を目指す');
    expect(said('1,21', '2,567円')).toBe('1,212,567円');
    expect(said('７，３６３件/１', '００世帯')).toBe('７，３６３件/１００世帯');
    expect(said('4.1件/10', '0世帯')).toBe('4.1件/100世帯');
    expect(said('農家の方々との話合いを経て２', '０戸を目指す')).toBe(
      '農家の方々との話合いを経て２０戸を目指す',
    );
  });

  it('are one ratio where a column of rates breaks it, and not where values stand', () => {
    const lines = ['０．９', '６'].map((text) => ({ text, sources: [...text].map(() => null) }));
    expect(valueText(lines, true).text).toBe('０．９６');
    expect(valueText(lines).text).toBe('０．９ ６');
  });
});
