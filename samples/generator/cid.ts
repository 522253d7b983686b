import { EXTRAS, isObject, needsExtras, type PdfValue, RESOURCES } from './extras.ts';
import type { Drawing, Op } from './habits.ts';
import { pdfFile } from './pdf-file.ts';
import { shiftJis } from './shift-jis.ts';
import type { Measure } from './style.ts';
import { hasLayer, LAYER, SHADES, VEILS } from './unseen.ts';

/** The encodings of Japanese text in fonts that are not embedded. */
export type CMap = 'UniJIS-UCS2-H' | 'UniJIS-UTF16-H' | '90ms-RKSJ-H';

const ENCODERS: Readonly<Record<CMap, (text: string) => string>> = {
  'UniJIS-UCS2-H': utf16,
  'UniJIS-UTF16-H': utf16,
  '90ms-RKSJ-H': shiftJis,
};

/** CIDs of the letters that are half as wide as the others, in Adobe-Japan1. */
const HALF_WIDTH = '[1 230 500 231 632 500]';

export const measureCid: Measure = (character) => (/[ -~｡-ﾟ]/.test(character) ? 0.5 : 1);

const FACES = { mincho: ['F1', 'HeiseiMin-W3', 34], gothic: ['F2', 'HeiseiKakuGo-W5', 4] } as const;

/** A PDF whose fonts are only named: CID fonts of the Adobe-Japan1 collection. */
export function writeCid(drawings: readonly Drawing[], title: string, cmap: CMap): Uint8Array {
  const fonts = Object.values(FACES).flatMap(([, name, flags], index) =>
    fontObjects(3 + 3 * index, name, flags, cmap),
  );
  const first = 3 + fonts.length;
  const step = drawings.some((drawing) => drawing.form) ? 3 : 2;
  const layer = hasLayer(drawings) ? first + step * drawings.length : null;
  const extras = needsExtras(drawings)
    ? first + step * drawings.length + (layer === null ? 0 : 1)
    : null;
  const shared = extras === null ? '' : resourcesAt(extras);
  const pages = drawings.flatMap((drawing, index) =>
    pageObjects(first + step * index, drawing, cmap, { layer, shared }),
  );
  const kids = drawings.map((_, index) => `${first + step * index} 0 R`).join(' ');
  const objects = [
    `<< /Type /Catalog /Pages 2 0 R${layer === null ? '' : ` /OCProperties << /OCGs [${layer} 0 R] /D << /OFF [${layer} 0 R] >> >>`} >>`,
    `<< /Type /Pages /Kids [${kids}] /Count ${drawings.length} >>`,
    ...fonts,
    ...pages,
    ...(layer === null ? [] : ['<< /Type /OCG /Name (draft) >>']),
    ...(extras === null ? [] : extraObjects(extras)),
    `<< /Title <feff${utf16(title)}> /Producer (shisaku samples) /CreationDate (D:20200401000000Z) >>`,
  ];
  return pdfFile(objects);
}

const FONTS = '/Font << /F1 3 0 R /F2 6 0 R >>';

/** A page and its content; and the form that holds its strokes, where the drawing asks for one. */
function pageObjects(
  first: number,
  drawing: Drawing,
  cmap: CMap,
  { layer, shared }: { readonly layer: number | null; readonly shared: string },
): string[] {
  const properties = layer === null ? '' : ` /Properties << /${LAYER} ${layer} 0 R >>`;
  const layers = `${properties}${shared}`;
  const { width, height, rotate, origin, form } = drawing;
  const [x, y] = origin;
  const [w, h] = rotate % 180 === 0 ? [width, height] : [height, width];
  const strokes = `${frame(drawing)} cm\n${drawing.ops.map((op) => write(op, cmap)).join('\n')}\n`;
  const move = x === 0 && y === 0 ? '' : `1 0 0 1 ${x} ${y} cm\n`;
  const box = `[${x} ${y} ${x + w} ${y + h}]`;
  const forms = form ? ` /XObject << /Fm1 ${first + 2} 0 R >>` : '';
  const page = `<< /Type /Page /Parent 2 0 R /MediaBox ${box}${rotate ? ` /Rotate ${rotate}` : ''} /Resources << ${FONTS}${layers}${forms} >> /Contents ${first + 1} 0 R${notesOf(drawing)} >>`;
  const inside = `/BBox [0 0 ${w} ${h}] /Resources << ${FONTS}${layers} >>`;
  if (!form) return [page, stream('', move + strokes)];
  return [
    page,
    stream('', `${move}/Fm1 Do\n`),
    stream(`/Type /XObject /Subtype /Form ${inside} `, strokes),
  ];
}

/** Annotations that strike through, in the page's own space; they stand on pages that are not turned. */
function notesOf({ notes, origin: [x, y], height }: Drawing): string {
  if (notes.length === 0) return '';
  const annotations = notes.map(({ x0, x1, y: middle, size }) => {
    const [left, right] = [number(x + x0), number(x + x1)];
    const [top, foot] = [middle - size / 2, middle + size / 2].map((v) => number(y + height - v));
    const quad = [left, top, right, top, left, foot, right, foot].join(' ');
    return `<< /Type /Annot /Subtype /StrikeOut /F 4 /C [1 0 0] /Rect [${left} ${foot} ${right} ${top}] /QuadPoints [${quad}] >>`;
  });
  return ` /Annots [${annotations.join(' ')}]`;
}

const resourcesAt = (first: number): string =>
  Object.entries(RESOURCES)
    .map(([kind, named]) => ` /${kind} ${written(named, first)}`)
    .join('');

const extraObjects = (first: number): string[] =>
  EXTRAS.map(({ data, content }) =>
    content === undefined
      ? written(data, first)
      : stream(`${written(data, first).slice(2, -2)} `, content),
  );

/** @param first the number of the first object beside the pages */
function written(value: PdfValue, first: number): string {
  if (typeof value === 'string') return `/${value}`;
  if (typeof value !== 'object') return String(value);
  if (Array.isArray(value)) return `[${value.map((one) => written(one, first)).join(' ')}]`;
  if (isObject(value)) return `${first + value.object} 0 R`;
  const entries = Object.entries(value).map(([key, one]) => `/${key} ${written(one, first)}`);
  return `<<${entries.join(' ')}>>`;
}

const stream = (entries: string, content: string) =>
  `<< ${entries}/Length ${content.length} >>\nstream\n${content}endstream`;

function fontObjects(number: number, name: string, flags: number, cmap: CMap): string[] {
  return [
    `<< /Type /Font /Subtype /Type0 /BaseFont /${name}-${cmap} /Encoding /${cmap} /DescendantFonts [${number + 1} 0 R] >>`,
    `<< /Type /Font /Subtype /CIDFontType0 /BaseFont /${name} /CIDSystemInfo << /Registry (Adobe) /Ordering (Japan1) /Supplement 2 >> /DW 1000 /W ${HALF_WIDTH} /FontDescriptor ${number + 2} 0 R >>`,
    `<< /Type /FontDescriptor /FontName /${name} /Flags ${flags} /FontBBox [0 -136 1000 864] /ItalicAngle 0 /Ascent 864 /Descent -136 /CapHeight 709 /StemV 69 >>`,
  ];
}

/** From pt right and down of the displayed page's top left to the page's own space, before /Rotate. */
function frame({ width, height, rotate }: Drawing): string {
  if (rotate === 90) return '0 1 1 0 0 0';
  if (rotate === 180) return `-1 0 0 1 ${number(width)} 0`;
  if (rotate === 270) return `0 -1 -1 0 ${number(height)} ${number(width)}`;
  return `1 0 0 -1 0 ${number(height)}`;
}

const number = (value: number) => String(Math.round(value * 1000) / 1000);

function write(op: Op, cmap: CMap): string {
  if (op.kind === 'raw') return op.content;
  if (op.kind === 'rect') {
    const sides = [op.x0, op.y0, op.x1 - op.x0, op.y1 - op.y0].map(number).join(' ');
    return `${number(op.gray)} g ${sides} re f`;
  }
  if (op.kind === 'line') {
    const dash = op.dash === null ? '[] 0 d' : `[${op.dash}] 0 d`;
    const ends = `${number(op.x0)} ${number(op.y0)} m ${number(op.x1)} ${number(op.y1)} l`;
    const gray = op.gray === 0 ? '' : `${number(op.gray)} G `;
    return `${gray}${dash} ${number(op.width)} w ${ends} S`;
  }
  const face = FACES[op.face][0];
  const place = `1 0 0 -1 ${number(op.x)} ${number(op.y)} Tm`;
  const shown = `BT /${face} ${number(op.size)} Tf ${place} [${glyphs(op, cmap)}] TJ ET`;
  if (op.colour) return `${op.colour.map(number).join(' ')} rg ${shown}`;
  if (!op.unseen) return `0 g ${shown}`;
  const [before, behind] = VEILS[op.unseen] ?? ['', ''];
  return `q ${SHADES[op.unseen] ?? 0} g ${before} ${shown} ${behind} Q`;
}

/** The line's strings for TJ, cut where letters do not stand side by side. */
function glyphs(op: Extract<Op, { kind: 'text' }>, cmap: CMap): string {
  const encode = ENCODERS[cmap];
  let shown = '<';
  let x = 0;
  for (const [index, character] of Array.from(op.text).entries()) {
    const gap = Math.round((((op.offsets[index] ?? 0) - x) / op.size) * 1000);
    if (gap !== 0) shown += `> ${-gap} <`;
    shown += encode(character);
    x += (gap / 1000 + measureCid(character, op.face)) * op.size;
  }
  return `${shown}>`;
}

function utf16(text: string): string {
  const units = Array.from({ length: text.length }, (_, index) => text.charCodeAt(index));
  return units.map((unit) => unit.toString(16).padStart(4, '0')).join('');
}
