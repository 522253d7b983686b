import type { DrawStyle } from './draw.ts';
import type { Block, Cell, Form } from './form.ts';

/** A form as a page of HTML, which a browser prints: other fonts, line breaks and borders than `drawForm` has. */
export function formAsHtml({ pages }: Form, style: DrawStyle): string {
  const landscape = pages.some((page) => page.landscape);
  const family = style.face === 'mincho' ? 'serif' : 'sans-serif';
  return `<!DOCTYPE html><html lang="ja"><meta charset="utf-8"><style>
@page { size: A4 ${landscape ? 'landscape' : 'portrait'}; margin: 12mm }
body { font: 8.5pt ${family}; margin: 0 }
table { width: 100%; border-collapse: collapse; table-layout: fixed; margin: 0 }
td { border: 0.6pt solid black; padding: 1pt 2pt; overflow-wrap: anywhere; height: 13pt }
table.rows td { border-width: 0.6pt 0 }
p { margin: 0; display: flex; justify-content: space-between }
section + section { break-before: page }
</style>${pages.map(({ blocks }) => `<section>${blocks.map((b) => block(b, style)).join('')}</section>`).join('')}</html>`;
}

function block(one: Block, style: DrawStyle): string {
  if ('gap' in one) return `<div style="height:${Math.max(one.gap, 3)}pt"></div>`;
  if ('line' in one) {
    const { left = '', middle = '', right = '', size } = one.line;
    const part = (text: string) => `<span>${escaped(text)}</span>`;
    return `<p style="font-size:${size}pt">${[left, middle, right].map(part).join('')}</p>`;
  }
  const { cols, rows, rules } = one.grid;
  const total = cols.reduce((sum, w) => sum + w, 0);
  const widths = cols.map((w) => `<col style="width:${((100 * w) / total).toFixed(2)}%">`).join('');
  const body = rows
    .map((row) => `<tr>${row.map((one) => cell(one, style)).join('')}</tr>`)
    .join('');
  return `<table class="${rules}">${widths}${body}</table>`;
}

function cell({ text, w, h, align, fill, upright, size }: Cell, style: DrawStyle): string {
  const shown = upright ? [...text].join('\n') : text;
  const css = [
    `text-align:${align}`,
    ...(fill && style.fill ? [`background:${style.fill}`] : []),
    ...(size ? [`font-size:${size}pt`] : []),
  ].join(';');
  return `<td colspan="${w}" rowspan="${h}" style="${css}">${escaped(shown).replaceAll('\n', '<br>')}</td>`;
}

const escaped = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
