import { fileURLToPath } from 'node:url';
import PDFDocument from 'pdfkit';

/** An open font with the characters of Japanese. */
export const FONT = fileURLToPath(
  new URL(
    '400Regular/NotoSansJP_400Regular.ttf',
    import.meta.resolve('@expo-google-fonts/noto-sans-jp/package.json'),
  ),
);

const SIZE = 10.5;
const ROW = 22;
const LEFT = 60;
const COLUMNS = [150, 70, 70, 70];

const TABLE = [
  ['指標名', '24年度', '25年度', '26年度'],
  ['講座の参加者数（人）目標', '1,200', '1,350', '1,500'],
  ['講座の参加者数（人）実績', '1,184', '1,407', '—'],
  ['満足した人の割合（％）目標', '80.0', '82.5', '85.0'],
  ['満足した人の割合（％）実績', '78.6', '83.1', '集計中'],
] as const;

const HEAD = [
  ['事業名', '市民講座の開催'],
  ['担当課', '生涯学習課'],
  ['事業番号', '0417'],
  ['事業の目的', '市民が学びを続けられるようにする'],
  ['事業の内容', '公民館で年に六回の講座を開く'],
] as const;

/** One grey pixel. */
const PICTURE = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNoAAAAggCBd81ytgAAAABJRU5ErkJggg==',
  'base64',
);

/** The rendering mode of text that is neither filled nor stroked. */
const INVISIBLE = '3 Tr';

/** How an OCR's text stands in a scan: invisible over a picture of the page, with letters where digits were printed. */
export type OcrLayer = { readonly misread: (cell: string) => string };

/** A sheet of an invented city on one page, as text: what its scan is to be read as. */
export async function smallSheet(layer?: OcrLayer): Promise<Uint8Array> {
  const document = new PDFDocument({ size: 'A5', layout: 'landscape', margin: 0 });
  const chunks: Uint8Array[] = [];
  document.on('data', (chunk: Uint8Array) => chunks.push(chunk));
  const ended = new Promise<void>((resolve) => document.on('end', resolve));
  const { width, height } = document.page;
  if (layer) document.image(PICTURE, 0, 0, { width, height }).addContent(INVISIBLE);
  document.font(FONT).fontSize(14).text('平成25年度　事務事業評価シート', LEFT, 30);
  document.fontSize(SIZE).text('汐入市', 480, 34);
  for (const [row, cells] of HEAD.entries()) drawRow(cells, [90, 270], 60 + row * ROW);
  for (const [row, cells] of TABLE.entries()) {
    drawRow(layer ? cells.map(layer.misread) : cells, COLUMNS, 190 + row * ROW);
  }
  document.end();
  await ended;
  return Buffer.concat(chunks);

  function drawRow(cells: readonly string[], widths: readonly number[], y: number): void {
    let x = LEFT;
    cells.forEach((text, i) => {
      const width = widths[i] ?? 0;
      document.rect(x, y, width, ROW).stroke();
      document.text(text, x + 4, y + 5, { width: width - 4, lineBreak: false });
      x += width;
    });
  }
}
