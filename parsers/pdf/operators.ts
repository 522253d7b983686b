import { Refusal } from '../records/refusal.ts';
import { compose, type Matrix } from './matrix.ts';
import { type Ruled, rulesOfPath } from './paths.ts';
import { OPS } from './pdfjs.ts';
import { type DrawnGlyph, type Font, type Shown, TextState } from './text.ts';

/** All that one page draws and a reader of sheets cares for, on the page as displayed. */
export type Drawing = Ruled & { glyphs: DrawnGlyph[] };

export type Operators = {
  readonly fnArray: ArrayLike<number>;
  readonly argsArray: ArrayLike<readonly unknown[] | null>;
};

/** No page has more characters and lines than this; one with a detailed map may have a tenth. */
const MOST_MARKS = 500_000;

/**
 * Follows a page's operators once and collects its characters and ruling lines.
 * @throws Refusal `too-large` where there is no end of them
 */
export function follow(
  operators: Operators,
  viewport: Matrix,
  fontNamed: (name: string) => Font,
): Drawing {
  const drawing: Drawing = { glyphs: [], rules: [], dots: [] };
  const saved: { ctm: Matrix; text: TextState }[] = [];
  let ctm = viewport;
  let text = new TextState();
  const put = (glyph: DrawnGlyph) => drawing.glyphs.push(glyph);
  const rule = ({ rules, dots }: Ruled) => {
    for (const one of rules) drawing.rules.push(one);
    for (const one of dots) drawing.dots.push(one);
  };
  const save = () => saved.push({ ctm, text: text.copy() });
  const restore = () => {
    const last = saved.pop();
    if (last) ({ ctm, text } = last);
  };
  const { fnArray, argsArray } = operators;
  for (let i = 0; i < fnArray.length; i++) {
    const fn = fnArray[i] as number;
    const args = argsArray[i] ?? [];
    const number = (k: number) => args[k] as number;
    if (drawing.glyphs.length + drawing.rules.length + drawing.dots.length > MOST_MARKS) {
      throw new Refusal('too-large', `A page has more than ${MOST_MARKS} characters and lines.`);
    }
    switch (fn) {
      case OPS.save:
      case OPS.beginGroup:
        save();
        break;
      case OPS.restore:
      case OPS.endGroup:
      case OPS.paintFormXObjectEnd:
        restore();
        break;
      case OPS.paintFormXObjectBegin:
        save();
        if (args[0]) ctm = compose(ctm, args[0] as Matrix);
        break;
      case OPS.transform:
        ctm = compose(ctm, args as unknown as Matrix);
        break;
      case OPS.constructPath:
        rule(rulesOfPath(args, ctm));
        break;
      case OPS.beginText:
        text.begin();
        break;
      case OPS.setFont:
        text.setFont(fontNamed(args[0] as string), number(1));
        break;
      case OPS.setGState:
        for (const [key, value] of args[0] as [string, [string, number]][]) {
          if (key === 'Font') text.setFont(fontNamed(value[0]), value[1]);
        }
        break;
      case OPS.setCharSpacing:
        text.charSpacing = number(0);
        break;
      case OPS.setWordSpacing:
        text.wordSpacing = number(0);
        break;
      case OPS.setHScale:
        text.hScale = number(0) / 100;
        break;
      case OPS.setLeading:
        text.leading = -number(0);
        break;
      case OPS.setTextRise:
        text.rise = number(0);
        break;
      case OPS.setLeadingMoveText:
        text.leading = number(1);
        text.move(number(0), number(1));
        break;
      case OPS.moveText:
        text.move(number(0), number(1));
        break;
      case OPS.setTextMatrix:
        text.setMatrix(args[0] as Matrix);
        break;
      case OPS.nextLine:
        text.nextLine();
        break;
      case OPS.showText:
        text.show(args[0] as readonly Shown[], ctm, put);
        break;
    }
  }
  return drawing;
}
