import { createRequire } from 'node:module';
import PDFDocument from 'pdfkit';
import type { Drawing, Op } from './habits.ts';
import type { Face } from './page.ts';
import type { Measure } from './style.ts';

const font = (file: string) => createRequire(import.meta.url).resolve(`@expo-google-fonts/${file}`);

const FONTS: Readonly<Record<Face, string>> = {
  mincho: font('shippori-mincho/400Regular/ShipporiMincho_400Regular.ttf'),
  gothic: font('noto-sans-jp/400Regular/NotoSansJP_400Regular.ttf'),
};

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
    const width = ruler.font(face).fontSize(1000).widthOfString(character, BARE) / 1000;
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
  for (const drawing of drawings) writePage(document, drawing);
  document.end();
  await done;
  return Buffer.concat(chunks);
}

function writePage(document: PDFKit.PDFDocument, drawing: Drawing): void {
  const { width, height, rotate } = drawing;
  const turned = rotate % 180 !== 0;
  document.addPage({ size: turned ? [height, width] : [width, height], margin: 0 });
  if (rotate !== 0) Object.assign(document.page.dictionary.data, { Rotate: rotate });
  if (rotate === 90) document.transform(0, -1, 1, 0, 0, width);
  if (rotate === 180) document.transform(-1, 0, 0, -1, width, height);
  if (rotate === 270) document.transform(0, 1, -1, 0, height, 0);
  for (const op of drawing.ops) writeOp(document, op);
}

function writeOp(document: PDFKit.PDFDocument, op: Op): void {
  if (op.kind === 'rect') {
    const gray = Math.round(op.gray * 255);
    document.rect(op.x0, op.y0, op.x1 - op.x0, op.y1 - op.y0).fill([gray, gray, gray]);
  } else if (op.kind === 'line') {
    document.lineWidth(op.width);
    if (op.dash === null) document.undash();
    else document.dash(op.dash, { space: op.dash });
    document.moveTo(op.x0, op.y0).lineTo(op.x1, op.y1).stroke([0, 0, 0]);
  } else {
    document.font(op.face).fontSize(op.size).fillColor([0, 0, 0]);
    for (const part of evenParts(op)) {
      document.text(part.text, part.x, op.y, { ...BARE, characterSpacing: part.spacing });
    }
  }
}

/** The line in parts whose letters stand evenly: one part, unless it was justified with gaps. */
function evenParts(op: Extract<Op, { kind: 'text' }>) {
  const parts: { text: string; x: number; spacing: number; letters: number }[] = [];
  for (const [index, character] of Array.from(op.text).entries()) {
    const x = op.offsets[index] ?? 0;
    const gap = (op.offsets[index + 1] ?? 0) - x - measureEmbedded(character, op.face) * op.size;
    const last = parts.at(-1);
    const before = op.offsets[index - 1] ?? 0;
    const previous = Array.from(op.text)[index - 1] ?? '';
    const gapBefore = x - before - measureEmbedded(previous, op.face) * op.size;
    if (last && (last.letters === 1 || Math.abs(gapBefore - last.spacing) < 0.005)) {
      if (last.letters === 1) last.spacing = gapBefore;
      last.text += character;
      last.letters++;
    } else {
      parts.push({ text: character, x: op.x + x, spacing: gap, letters: 1 });
    }
  }
  return parts.map((part) => (part.letters === 1 ? { ...part, spacing: 0 } : part));
}
