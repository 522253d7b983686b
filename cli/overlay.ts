import type { InspectedPage } from '../parsers/layout/inspection.ts';

const GAP = 12;

const escaped = (text: string) => text.replace(/[&<>"]/g, (c) => `&#${c.charCodeAt(0)};`);

const rect = (box: readonly number[], kind: string, title: string) => {
  const [x0 = 0, y0 = 0, x1 = 0, y1 = 0] = box;
  return `<rect class="${kind}" x="${x0}" y="${y0}" width="${x1 - x0}" height="${y1 - y0}"><title>${escaped(title)}</title></rect>`;
};

/**
 * One SVG with the pages below one another: each page's picture, and over it what the parser sees. Hovering shows
 * the text of a line or cell.
 */
export function overlaySvg(
  pages: readonly InspectedPage[],
  pictures: ReadonlyMap<number, Uint8Array>,
): string {
  const width = Math.max(...pages.map((page) => page.width));
  const height = pages.reduce((sum, page) => sum + page.height + GAP, 0);
  let top = 0;
  const drawn = pages.map((page) => {
    const group = `<g transform="translate(0 ${top})">${drawPage(page, pictures.get(page.page))}</g>`;
    top += page.height + GAP;
    return group;
  });
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}">`,
    '<style>',
    'rect{fill-opacity:0}.page{fill:#fff;fill-opacity:1;stroke:#999}',
    '.line{stroke:#2a7de1;stroke-width:.5}.cell{fill:#f5a623;fill-opacity:.12;stroke:#f5a623;stroke-width:.8}',
    '.table{stroke:#2e9e4f;stroke-width:1.5}.rule{stroke:#d0021b;stroke-width:.7}',
    'text{font:6px sans-serif;fill:#b35c00}',
    '</style>',
    ...drawn,
    '</svg>',
    '',
  ].join('\n');
}

function drawPage(page: InspectedPage, picture: Uint8Array | undefined): string {
  const data = picture && Buffer.from(picture).toString('base64');
  return [
    rect([0, 0, page.width, page.height], 'page', `page ${page.page}`),
    data &&
      `<image href="data:image/png;base64,${data}" width="${page.width}" height="${page.height}"/>`,
    ...page.rules.map(
      (r) => `<line class="rule" x1="${r.x0}" y1="${r.y0}" x2="${r.x1}" y2="${r.y1}"/>`,
    ),
    ...page.tables.map((table) => rect(table.box, 'table', 'table')),
    ...page.tables
      .flatMap((table) => table.cells)
      .flatMap((cell) => [
        rect(cell.box, 'cell', `row ${cell.row} col ${cell.col}: ${cell.text}`),
        `<text x="${cell.box[0] + 1.5}" y="${cell.box[1] + 6}">${cell.row},${cell.col}</text>`,
      ]),
    ...page.lines.map((line) => rect(line.box, 'line', line.text)),
  ]
    .filter(Boolean)
    .join('\n');
}
