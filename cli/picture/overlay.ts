import type { InspectedPage } from '../../parsers/layout/inspection.ts';
import { displayed, type Page } from '../../parsers/pdf/page.ts';
import type { PagePicture } from '../../parsers/pdf/picture.ts';
import type { Box } from '../../parsers/records/place.ts';
import { ROLES, type RolesOfPage } from '../../parsers/roles.ts';
import { LEGEND } from './legend.ts';
import { escaped, fontsLike, rect, round } from './svg.ts';

/** A page with what is drawn of it. */
export type DrawnPage = {
  readonly inspected: InspectedPage;
  readonly page: Page;
  readonly roles: RolesOfPage;
  readonly picture: PagePicture | undefined;
};

const GAP = 12;
const LEGEND_HEIGHT = 34;
const LEGEND_COLUMN = 118;
/** Narrower pages are shown beside nothing, so that the legend is whole. */
const MIN_WIDTH = 595;

/**
 * One SVG with the pages below one another: each page's picture, and over it the cells that the parser sees in the colour of
 * what each was taken for. Hovering shows the text of a cell or line. Text of fonts that the PDF does not hold is text of the
 * SVG, in the viewer's fonts.
 */
export function overlaySvg(pages: readonly DrawnPage[]): string {
  const width = Math.max(MIN_WIDTH, ...pages.map(({ inspected }) => inspected.width));
  const legend = legendOf(pages, width);
  let top = legend.height;
  const drawn = pages.map((shown) => {
    const group = `<g transform="translate(0 ${top})">${drawPage(shown)}</g>`;
    top += shown.inspected.height + GAP;
    return group;
  });
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${top}" width="${width}" height="${top}">`,
    '<style>',
    `text{font-family:${fontsLike('')};font-size:7px;fill:#222}.printed{white-space:pre}`,
    'rect{fill:none}.back,.page{fill:#fff}.page{stroke:#999}.table{stroke:#333;stroke-width:1}',
    '.loose{stroke-dasharray:4 2}.cell{stroke:#666;stroke-width:.4}.line{stroke:#2a7de1;stroke-width:.3}',
    '.rule{stroke:#444;stroke-width:.4}',
    '.sure{fill:#2a9d4a}.fair{fill:#e0a100}.unsure{fill:#d62828}',
    ...ROLES.map((role) => {
      const { colour } = LEGEND[role];
      return `.${role}{fill:${colour};fill-opacity:.28}.piece.${role}{stroke:${colour};stroke-width:.7;fill-opacity:.12}`;
    }),
    '</style>',
    `<rect class="back" width="${width}" height="${top}"/>`,
    ...legend.drawn,
    ...drawn,
    '</svg>',
    '',
  ].join('\n');
}

/** Only what the pages have; nothing where no sheet is on them. */
function legendOf(pages: readonly DrawnPage[], width: number): { drawn: string[]; height: number } {
  const there = new Set(
    pages.flatMap(({ roles }) => [...roles.pieces, ...roles.cells].map(({ role }) => role)),
  );
  const shown = ROLES.filter((role) => there.has(role));
  if (shown.length === 0) return { drawn: [], height: 0 };
  const columns = Math.floor((width - 8) / LEGEND_COLUMN);
  const row = LEGEND_HEIGHT / 2;
  return {
    height: Math.ceil(shown.length / columns) * row + 8,
    drawn: shown.map((role, i) => {
      const { japanese, english } = LEGEND[role];
      const [x, y] = [8 + (i % columns) * LEGEND_COLUMN, 6 + Math.floor(i / columns) * row];
      return [
        `<rect class="piece ${role}" x="${x}" y="${y}" width="12" height="10"/>`,
        `<text x="${x + 15}" y="${y + 5}">${japanese}</text>`,
        `<text x="${x + 15}" y="${y + 11.5}" style="font-size:5.5px;fill:#666">${english}</text>`,
      ].join('');
    }),
  };
}

function drawPage({ inspected, page, roles, picture }: DrawnPage): string {
  const { width, height, lines, rules, tables } = inspected;
  const png = picture && Buffer.from(picture.png).toString('base64');
  return [
    rect([0, 0, width, height], 'page', `page ${inspected.page}`),
    ...(png
      ? [`<image href="data:image/png;base64,${png}" width="${width}" height="${height}"/>`]
      : []),
    ...textOf(page, picture?.missing ?? new Set()),
    ...confidences(page),
    ...rules.map((r) => `<line class="rule" x1="${r.x0}" y1="${r.y0}" x2="${r.x1}" y2="${r.y1}"/>`),
    ...tables.map(({ box, ruled }) => rect(box, ruled ? 'table' : 'table loose', 'table')),
    ...tables
      .flatMap(({ cells }) => cells)
      .map((cell) => rect(cell.box, 'cell', `row ${cell.row} col ${cell.col}: ${cell.text}`)),
    ...lines.map((line) => rect(line.box, 'line', line.text)),
    ...roles.cells.map(({ role, box, text }) => rect(box, role, titleOf(role, text))),
    ...roles.pieces.map(({ role, box, text }) => rect(box, `piece ${role}`, titleOf(role, text))),
  ].join('\n');
}

/** Networks are surer than this of nearly all that they read … */
const SURE = 90;
/** … and what they are less sure of than this is often wrong. */
const FAIR = 70;
/** The bar below a character is so many points high. */
const BAR = 1.2;

/** Below each character that was read from pixels a bar whose colour tells how sure the network was of it. */
function confidences(page: Page): string[] {
  return page.glyphs.flatMap(({ text, confidence, x0, y0, x1, y1 }) => {
    if (confidence === undefined) return [];
    const kind = confidence >= SURE ? 'sure' : confidence >= FAIR ? 'fair' : 'unsure';
    const [left, , right, bottom] = displayed(page, [x0, y0, x1, y1]).map(round) as Box;
    return [
      rect([left, round(bottom - BAR), right, bottom], kind, `${text} ${Math.round(confidence)}`),
    ];
  });
}

const titleOf = (role: (typeof ROLES)[number], text: string) =>
  `${LEGEND[role].japanese} (${LEGEND[role].english}): ${text}`;

/** Characters of fonts that the PDF does not hold, each as wide as it is printed. */
function textOf(page: Page, missing: ReadonlySet<string>): string[] {
  if (missing.size === 0) return [];
  return page.glyphs.flatMap((glyph) => {
    const { font = '', text, size } = glyph;
    if (!missing.has(font) || text.trim() === '') return [];
    const [x0, y0, x1, y1] = displayed(page, [glyph.x0, glyph.y0, glyph.x1, glyph.y1]);
    const turn = (360 - page.turn) % 360;
    const [x, y] = turn === 0 ? [x0, y1 - 0.14 * size] : [(x0 + x1) / 2, (y0 + y1) / 2];
    const turned =
      turn === 0
        ? ''
        : ` transform="rotate(${-turn} ${round(x)} ${round(y)})" text-anchor="middle" dominant-baseline="central"`;
    const wide = `textLength="${round(glyph.x1 - glyph.x0)}" lengthAdjust="spacingAndGlyphs"`;
    const style = `font-size:${round(size)}px;font-family:${fontsLike(font)}`;
    return [
      `<text class="printed" x="${round(x)}" y="${round(y)}" ${wide}${turned} style="${style}">${escaped(text)}</text>`,
    ];
  });
}
