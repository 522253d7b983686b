import type { DrawnDocument, DrawnTable, Part } from './document.ts';

const escaped = (text: string) =>
  text
    .replace(/[%&$#_]/g, (c) => `\\${c}`)
    .replace(/…/g, '\\dots{}')
    .replace(/–/g, '--');

/** An English document as LaTeX sets it. */
export function latexOf({ columns, size, parts }: DrawnDocument): string {
  return `\\documentclass[${Math.max(10, size)}pt,a4paper${columns === 2 ? ',twocolumn' : ''}]{article}
\\usepackage[margin=20mm]{geometry}\\usepackage{booktabs}\\usepackage{array}\\pagestyle{plain}
\\begin{document}
${parts.map((part) => partOf(part, columns)).join('\n\n')}
\\end{document}
`;
}

function partOf(part: Part, columns: number): string {
  switch (part.kind) {
    case 'heading':
      return `\\section{${escaped(part.text)}}`;
    case 'prose':
      return escaped(part.text);
    case 'list': {
      const name = part.numbered ? 'enumerate' : 'itemize';
      return `\\begin{${name}}${part.items.map((item) => `\\item ${escaped(item)}`).join('\n')}\\end{${name}}`;
    }
    case 'contents':
      return part.entries
        .map(([text, page], i) => `\\noindent ${i + 1} ${escaped(text)}\\dotfill ${page}`)
        .join('\n\n');
    case 'letter':
      return `\\hfill ${part.right.map(escaped).join('\n\n\\hfill ')}\n\n\\noindent ${part.left.map(escaped).join('\n\n\\noindent ')}`;
    case 'table':
      return tableOf(part.table, columns);
  }
}

const LETTER = { left: 'l', right: 'r', center: 'c' } as const;

function tableOf(
  { caption, note, rules, cells, rows, cols, heads, widths }: DrawnTable,
  columns: number,
): string {
  const aligned = Array.from({ length: cols }, (_, col) => {
    const one = cells.find((c) => c.row >= heads && c.col === col);
    const width = widths?.[col];
    const share = columns === 2 ? 0.8 : 0.85;
    if (width && one?.align === 'left')
      return `>{\\raggedright\\arraybackslash}p{${(width * share).toFixed(2)}\\columnwidth}`;
    return LETTER[one?.align ?? 'right'];
  });
  const lines = Array.from({ length: rows }, (_, row) => {
    const parts: string[] = [];
    for (let col = 0; col < cols; ) {
      const one = cells.find((c) => c.col === col && c.row + c.rowSpan - 1 === row);
      const text = one ? (one.bold ? `\\textbf{${escaped(one.text)}}` : escaped(one.text)) : '';
      const shown = `${one?.indent ? '\\quad ' : ''}${text}`;
      if (one && one.colSpan > 1) parts.push(`\\multicolumn{${one.colSpan}}{c}{${shown}}`);
      else parts.push(shown);
      col += one?.colSpan ?? 1;
    }
    const below =
      rules === 'rows' && row + 1 < rows
        ? '\\midrule'
        : (rules === 'book' || rules === 'head') && row + 1 === heads
          ? '\\midrule'
          : '';
    return `${parts.join(' & ')} \\\\ ${below}`;
  });
  const [top, bottom] =
    rules === 'book' || rules === 'rows' ? ['\\toprule', '\\bottomrule'] : ['', ''];
  const font =
    cols > 5 && columns === 2
      ? '\\scriptsize\\setlength{\\tabcolsep}{3pt}'
      : columns === 2
        ? '\\small\\setlength{\\tabcolsep}{4pt}'
        : '';
  return [
    '\\medskip\\noindent\\begin{minipage}{\\columnwidth}',
    font,
    caption ? `\\noindent ${escaped(caption)}\n\n\\smallskip` : '',
    `\\noindent\\begin{tabular}{${aligned.join('')}}${top}`,
    ...lines,
    `${bottom}\\end{tabular}`,
    note ? `\n\n{\\footnotesize ${escaped(note)}}` : '',
    '\\end{minipage}\\medskip',
  ].join('\n');
}
