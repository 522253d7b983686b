import type { Indicator, Value } from './record.ts';
import { arrowless, folded } from './text.ts';
import { judge, judgeWithBoxes, said, type Verdict } from './verdict.ts';

/** Value cells by fiscal year and type; a second cell of a year and type is one that the sheet does not have. */
export function* judgeCells(
  name: string,
  truth: Indicator | null,
  output: Indicator | null,
): Generator<Verdict> {
  const wanted = firstOfEach(truth?.values ?? []);
  const found = firstOfEach(output?.values ?? []);
  const unit = folded(truth?.unit ?? null) === folded(output?.unit ?? null);
  for (const [key, want] of wanted) {
    const what = `${name} ${key}`;
    const got = found.get(key) ?? null;
    const right = got !== null && isRight(want, got, unit);
    const sides = [tell(want, truth), got && tell(got, output)] as const;
    yield* judgeWithBoxes('cells', what, sides, right);
    // A cell that is right may still be put down in other characters than the printed ones.
    if (right) yield judge('texts', what, [printedText(want), printedText(got)]);
  }
  for (const value of output?.values ?? []) {
    const key = keyOf(value);
    if (wanted.has(key) && found.get(key) === value) continue;
    yield judge('cells', `${name} ${key}`, [null, tell(value, output)]);
  }
}

function firstOfEach(values: readonly Value[]): Map<string, Value> {
  return new Map([...values].reverse().map((value) => [keyOf(value), value]));
}

const keyOf = ({ fiscalYear, type }: Value) => `${fiscalYear} ${type}`;

function isRight(want: Value, got: Value, sameUnit: boolean): boolean {
  if (want.status !== got.status || lastYear(want) !== lastYear(got)) return false;
  if (want.status === 'narrative') return arrowless(want.text) === arrowless(got.text);
  return want.value === got.value && (sameUnit || want.status !== 'reported');
}

const lastYear = ({ fiscalYear, throughFiscalYear }: Value) => throughFiscalYear ?? fiscalYear;

const tell = (value: Value, indicator: Indicator | null) => {
  const { text, status, throughFiscalYear } = value;
  const span = throughFiscalYear === null ? '' : ` until ${throughFiscalYear}`;
  const unit = indicator?.unit ?? 'no unit';
  return said(`«${text}» = ${value.value} (${unit}) ${status}${span}`, value.at);
};

const printedText = ({ text, at }: Value) => said(arrowless(text), at);
