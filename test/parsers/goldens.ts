import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import type { InspectedPage } from '../../parsers/layout/inspection.ts';
import type { Page } from '../../parsers/pdf/page.ts';

/** The golden of one stage of one sample; a missing one is an error unless GOLDENS=update writes it. */
export function golden(name: string, stage: string, text: string): string {
  const path = `test/goldens/${name}.${stage}`;
  if (process.env['GOLDENS'] === 'update') {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
  }
  if (!existsSync(path)) {
    throw new Error(`${path} is missing; \`npm run goldens\` writes it, to be reviewed as a diff.`);
  }
  return readFileSync(path, 'utf8');
}

const at = (...numbers: number[]) => numbers.map((n) => n.toFixed(1)).join(' ');

/** Glyphs as runs in the order of drawing, then the rules: one line each, to be read in a diff. */
export function pagesAsText(pages: readonly Page[]): string {
  return pages
    .map(({ number, width, height, turn, glyphs, rules, dots }) => {
      const runs: { head: string; text: string; x1: number; y0: number; size: number }[] = [];
      for (const glyph of glyphs) {
        const last = runs.at(-1);
        const goesOn =
          last &&
          last.size === glyph.size &&
          Math.abs(last.y0 - glyph.y0) < 0.1 &&
          Math.abs(last.x1 - glyph.x0) < glyph.size / 4;
        if (goesOn) {
          last.text += glyph.text;
          last.x1 = glyph.x1;
        } else {
          const { text, x0, x1, y0, size } = glyph;
          runs.push({ head: at(x0, y0, size), text, x1, y0, size });
        }
      }
      return [
        `page ${number}: ${at(width, height)}, turn ${turn}, dots ${dots.length}`,
        ...runs.map(({ head, text }) => `text ${head} ${text}`),
        ...rules.map(({ x0, y0, x1, y1 }) => `rule ${at(x0, y0, x1, y1)}`),
        '',
      ].join('\n');
    })
    .join('\n');
}

/** Lines and cells of each page. */
export function layoutAsText(pages: readonly InspectedPage[]): string {
  return pages
    .map(({ page, lines, tables }) =>
      [
        `page ${page}`,
        ...lines.map(({ text, box }) => `line ${at(...box)} ${text}`),
        ...tables.flatMap(({ box, cells }) => [
          `table ${at(...box)}`,
          ...cells.map(({ row, col, rowSpan, colSpan, text }) =>
            `  row ${row}+${rowSpan} col ${col}+${colSpan} ${text.replaceAll('\n', '⏎')}`.trimEnd(),
          ),
        ]),
        '',
      ].join('\n'),
    )
    .join('\n');
}
