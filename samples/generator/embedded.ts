import { createRequire } from 'node:module';
import PDFDocument from 'pdfkit';
import { EXTRAS, isObject, needsExtras, type PdfValue, RESOURCES } from './extras.ts';
import type { Drawing, Op } from './habits.ts';
import type { Face } from './page.ts';
import type { Measure } from './style.ts';
import { hasLayer, LAYER, SHADES, VEILS } from './unseen.ts';

const font = (file: string) => createRequire(import.meta.url).resolve(`@expo-google-fonts/${file}`);

const FONTS: Readonly<Record<Face, string>> = {
  mincho: font('shippori-mincho/400Regular/ShipporiMincho_400Regular.ttf'),
  gothic: font('noto-sans-jp/400Regular/NotoSansJP_400Regular.ttf'),
};

/** Characters that only the gothic has; drawn with it wherever they stand, as word processors do. */
const ONLY_GOTHIC = /[⑩-⑳㉑-㉟㎀-㏟℃㈱⼀-⿕]/u;

const fontOf = (character: string, face: Face): Face =>
  ONLY_GOTHIC.test(character) ? 'gothic' : face;

/** No kerning and no ligatures: what is measured character by character must be drawn so. */
const BARE: PDFKit.Mixins.TextOptions = { lineBreak: false, features: [], baseline: 'alphabetic' };

/** Passwords of the document, where it has any. */
export type Locks = { readonly userPassword?: string; readonly ownerPassword?: string };

export const measureEmbedded: Measure = (() => {
  const widths = new Map<string, number>();
  let ruler: PDFKit.PDFDocument | null = null;
  return (character, face) => {
    const key = face + character;
    const known = widths.get(key);
    if (known !== undefined) return known;
    ruler ??= withFonts(new PDFDocument());
    const width =
      ruler.font(fontOf(character, face)).fontSize(1000).widthOfString(character, BARE) / 1000;
    widths.set(key, width);
    return width;
  };
})();

function withFonts(document: PDFKit.PDFDocument): PDFKit.PDFDocument {
  for (const [face, file] of Object.entries(FONTS)) document.registerFont(face, file);
  return document;
}

/** A PDF with embedded, subset fonts and ToUnicode maps. */
export async function writeEmbedded(
  drawings: readonly Drawing[],
  title: string,
  locks: Locks = {},
): Promise<Uint8Array> {
  const day = new Date('2020-04-01T00:00:00Z');
  const document = withFonts(
    new PDFDocument({
      autoFirstPage: false,
      margin: 0,
      info: { Title: title, Producer: 'shisaku samples', CreationDate: day, ModDate: day },
      ...locks,
    }),
  );
  const chunks: Uint8Array[] = [];
  const done = new Promise<void>((resolve, reject) => {
    document.on('data', (chunk: Uint8Array) => chunks.push(chunk));
    document.on('end', resolve);
    document.on('error', reject);
  });
  const layer = hasLayer(drawings) ? addLayer(document) : null;
  const resources = {
    ...(layer && { Properties: { [LAYER]: layer } }),
    ...(needsExtras(drawings) ? addExtras(document) : {}),
  };
  for (const drawing of drawings) writePage(document, drawing, resources);
  document.end();
  await done;
  return Buffer.concat(chunks);
}

/** A layer that is off. */
function addLayer(document: PDFKit.PDFDocument): PDFKit.PDFKitReference {
  const layer = document.ref({ Type: 'OCG', Name: new String('draft') });
  layer.end('');
  const root = (document as unknown as { _root: PDFKit.PDFKitReference })._root;
  Object.assign(root.data, { OCProperties: { OCGs: [layer], D: { OFF: [layer] } } });
  return layer;
}

/** What pages know of the objects beside them. */
function addExtras(document: PDFKit.PDFDocument): Record<string, unknown> {
  const references = EXTRAS.map(() => document.ref({}));
  const linked = (value: PdfValue): unknown => {
    if (typeof value !== 'object') return value;
    if (Array.isArray(value)) return value.map(linked);
    if (isObject(value)) return references[value.object];
    return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, linked(one)]));
  };
  for (const [n, { data, content }] of EXTRAS.entries()) {
    const reference = references[n] as PDFKit.PDFKitReference;
    Object.assign(reference.data, linked(data));
    if (content === undefined) reference.end('');
    else reference.end(content);
  }
  return linked(RESOURCES) as Record<string, unknown>;
}

function writePage(
  document: PDFKit.PDFDocument,
  drawing: Drawing,
  resources: Record<string, unknown>,
): void {
  const { width, height, rotate } = drawing;
  const turned = rotate % 180 !== 0;
  document.addPage({ size: turned ? [height, width] : [width, height], margin: 0 });
  Object.assign(
    (document.page.dictionary.data as { Resources?: PDFKit.PDFKitReference }).Resources?.data ?? {},
    resources,
  );
  if (rotate !== 0) Object.assign(document.page.dictionary.data, { Rotate: rotate });
  if (rotate === 90) document.transform(0, -1, 1, 0, 0, width);
  if (rotate === 180) document.transform(-1, 0, 0, -1, width, height);
  if (rotate === 270) document.transform(0, 1, -1, 0, height, 0);
  for (const op of drawing.ops) writeOp(document, op);
  for (const { x0, x1, y, size } of drawing.notes) {
    document.strike(x0, y - size / 2, x1 - x0, size, { color: 'red' });
  }
}

const shade = (gray: number): [number, number, number] => {
  const level = Math.round(gray * 255);
  return [level, level, level];
};

function writeOp(document: PDFKit.PDFDocument, op: Op): void {
  if (op.kind === 'raw') {
    document.addContent(op.content);
  } else if (op.kind === 'rect') {
    document.rect(op.x0, op.y0, op.x1 - op.x0, op.y1 - op.y0).fill(shade(op.gray));
  } else if (op.kind === 'line') {
    document.lineWidth(op.width);
    if (op.dash === null) document.undash();
    else document.dash(op.dash, { space: op.dash });
    document.moveTo(op.x0, op.y0).lineTo(op.x1, op.y1).stroke(shade(op.gray));
  } else {
    if (op.unseen) document.save();
    const gray = op.unseen ? (SHADES[op.unseen] ?? 0) : 0;
    const colour = op.colour?.map((level) => Math.round(level * 255));
    document.fontSize(op.size).fillColor((colour as [number, number, number]) ?? shade(gray));
    const [before, behind] = (op.unseen && VEILS[op.unseen]) ?? ['', ''];
    if (before !== '') document.addContent(before);
    for (const { text, x, spacing, face } of evenParts(op)) {
      document.font(face).text(text, x, op.y, { ...BARE, characterSpacing: spacing });
    }
    if (behind !== '') document.addContent(behind);
    if (op.unseen) document.restore();
  }
}

type Part = { text: string; x: number; spacing: number; letters: number; face: Face };

/** The line in parts of one font whose letters stand evenly: one part, unless it was justified with gaps. */
function evenParts(op: Extract<Op, { kind: 'text' }>): Part[] {
  const parts: Part[] = [];
  let before = { offset: 0, width: 0 };
  for (const [index, character] of Array.from(op.text).entries()) {
    const offset = op.offsets[index] ?? 0;
    const gap = offset - before.offset - before.width;
    const face = fontOf(character, op.face);
    const last = parts.at(-1);
    const even = last?.letters === 1 || Math.abs(gap - (last?.spacing ?? 0)) < 0.005;
    if (last?.face === face && even) {
      if (last.letters === 1) last.spacing = gap;
      last.text += character;
      last.letters++;
    } else {
      parts.push({ text: character, x: op.x + offset, spacing: 0, letters: 1, face });
    }
    before = { offset, width: measureEmbedded(character, op.face) * op.size };
  }
  return parts;
}
