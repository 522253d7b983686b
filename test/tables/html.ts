import type { DrawnDocument, DrawnTable, Part } from './document.ts';

const escaped = (text: string) => text.replace(/[&<>]/g, (c) => `&#${c.charCodeAt(0)};`);

/** The document as HTML that browsers and word processors print alike. */
export function htmlOf({ language, columns, size, serif, parts }: DrawnDocument): string {
  const font =
    language === 'ja'
      ? serif
        ? "'IPAMincho'"
        : "'IPAGothic'"
      : serif
        ? "'Nimbus Roman'"
        : "'Nimbus Sans'";
  return `<!doctype html><html lang="${language}"><head><meta charset="utf-8"><style>
@page { size: A4; margin: 20mm }
body { font: ${size}pt ${font}; margin: 0; text-align: ${columns === 2 ? 'justify' : 'left'} }
.columns { column-count: ${columns}; column-gap: 8mm }
h2 { font-size: ${size * 1.4}pt }
table { break-inside: avoid; border-collapse: collapse; margin: 6pt 0 6pt 0; text-align: left }
td { padding: 2pt 5pt; vertical-align: top; border: none }
.caption, .note { margin: 6pt 0 2pt 0 } .note { font-size: ${size * 0.85}pt }
</style></head><body><div class="columns">${parts.map(partOf).join('\n')}</div></body></html>`;
}

function partOf(part: Part): string {
  switch (part.kind) {
    case 'heading':
      return `<h2>${escaped(part.text)}</h2>`;
    case 'prose':
      return `<p>${escaped(part.text)}</p>`;
    case 'list': {
      const tag = part.numbered ? 'ol' : 'ul';
      return `<${tag}>${part.items.map((item) => `<li>${escaped(item)}</li>`).join('')}</${tag}>`;
    }
    case 'contents':
      return part.entries
        .map(
          ([text, page], i) =>
            `<div style="display:flex;justify-content:space-between"><span>${i + 1} ${escaped(text)}</span><span>${i % 2 ? '. . . . . . . . ' : '. . . . . . '}${page}</span></div>`,
        )
        .join('');
    case 'letter':
      return `${part.right.map((text) => `<div style="text-align:right">${escaped(text)}</div>`).join('')}${part.left.map((text) => `<div>${escaped(text)}</div>`).join('')}`;
    case 'table':
      return tableOf(part.table);
  }
}

function tableOf({ caption, note, rules, cells, rows, cols, heads, widths }: DrawnTable): string {
  const total = widths?.reduce((sum, w) => sum + w, 0) ?? 0;
  const columns = widths?.map((w) => `<col style="width:${(w * 100).toFixed(1)}%">`).join('') ?? '';
  const spanned = new Set<string>();
  const body = Array.from({ length: rows }, (_, row) => {
    const tds: string[] = [];
    for (let col = 0; col < cols; col++) {
      if (spanned.has(`${row},${col}`)) continue;
      const one = cells.find((c) => c.row === row && c.col === col);
      const [rowSpan, colSpan] = [one?.rowSpan ?? 1, one?.colSpan ?? 1];
      for (let r = row; r < row + rowSpan; r++)
        for (let c = col; c < col + colSpan; c++) spanned.add(`${r},${c}`);
      const last = row + rowSpan;
      const below =
        rules === 'rows' ||
        (rules === 'book' && (last === heads || last === rows)) ||
        (rules === 'head' && last === heads);
      const style = [
        `text-align:${one?.align ?? 'left'}`,
        one?.bold ? 'font-weight:bold' : '',
        one?.indent ? `padding-left:${5 + 9 * one.indent}pt` : '',
        below ? 'border-bottom:0.6pt solid #000' : '',
        row === 0 && (rules === 'book' || rules === 'rows') ? 'border-top:0.6pt solid #000' : '',
        rules === 'shade' && row % 2 === 1 ? 'background:#e8eef4' : '',
      ].filter(Boolean);
      const span = `${rowSpan > 1 ? ` rowspan="${rowSpan}"` : ''}${colSpan > 1 ? ` colspan="${colSpan}"` : ''}`;
      tds.push(`<td${span} style="${style.join(';')}">${escaped(one?.text ?? '')}</td>`);
    }
    return `<tr>${tds.join('')}</tr>`;
  });
  const width = widths ? ` style="width:${Math.min(100, total * 100).toFixed(0)}%"` : '';
  return [
    caption ? `<p class="caption">${escaped(caption)}</p>` : '',
    `<table cellspacing="0" cellpadding="4"${width}>${columns}${body.join('')}</table>`,
    note ? `<p class="note">${escaped(note)}</p>` : '',
  ].join('');
}
