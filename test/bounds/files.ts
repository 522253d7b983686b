import { deflateSync } from 'node:zlib';
import { pdfFile } from '../../samples/generator/pdf-file.ts';
import type { Hostile } from './hostile.ts';
import { bomb, content, MB, page, stream } from './pdf.ts';

const INFO = '<< /Producer (hostile) >>';
const CATALOG = '<< /Type /Catalog /Pages 2 0 R >>';
const nested = (open: string, close: string, depth: number) =>
  open.repeat(depth) + close.repeat(depth);

/** A file whose cross-references are a stream: these entries, this data. */
function xrefStream(entries: string, data: string, before = ''): Uint8Array {
  const head = `%PDF-1.5\n1 0 obj\n${CATALOG}\nendobj\n2 0 obj\n<< /Type /Pages /Kids [] /Count 0 >>\nendobj\n${before}`;
  const xref = `9 0 obj\n${stream(data, `/Type /XRef /Root 1 0 R ${entries}`)}\nendobj\n`;
  return Buffer.from(`${head}${xref}startxref\n${head.length}\n%%EOF\n`, 'latin1');
}

/** What is wrong with the file's objects and how they are found. */
export const FILES: readonly Hostile[] = [
  {
    name: '3,000 pages',
    make: () =>
      pdfFile([
        CATALOG,
        `<< /Type /Pages /Kids [${Array.from({ length: 3000 }, (_, n) => `${n + 3} 0 R`).join(' ')}] /Count 3000 >>`,
        ...Array.from(
          { length: 3000 },
          () => '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 9 9] >>',
        ),
        INFO,
      ]),
  },
  {
    name: '3,000 pages that say they are one',
    make: () =>
      pdfFile([
        CATALOG,
        `<< /Type /Pages /Kids [${'3 0 R '.repeat(3000)}] /Count 1 >>`,
        '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 9 9] >>',
        INFO,
      ]),
  },
  {
    name: 'one page that says it is a thousand million',
    make: () =>
      pdfFile([
        CATALOG,
        '<< /Type /Pages /Kids [3 0 R] /Count 1000000000 >>',
        '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 9 9] >>',
        INFO,
      ]),
  },
  {
    name: 'a page tree that contains itself',
    make: () => pdfFile([CATALOG, '<< /Type /Pages /Kids [2 0 R 2 0 R] /Count 1000 >>', INFO]),
  },
  {
    name: 'a page tree of two nodes that contain each other',
    make: () =>
      pdfFile([
        CATALOG,
        '<< /Type /Pages /Kids [3 0 R 3 0 R] /Parent 3 0 R /Count 8 >>',
        '<< /Type /Pages /Kids [2 0 R 2 0 R] /Parent 2 0 R /Count 8 >>',
        INFO,
      ]),
  },
  {
    name: 'a page tree without end by ten and ten',
    make: () =>
      pdfFile([
        CATALOG,
        ...Array.from(
          { length: 20 },
          (_, n) => `<< /Type /Pages /Kids [${`${n + 3} 0 R `.repeat(10)}] /Count 1900 >>`,
        ),
        INFO,
      ]),
  },
  {
    name: 'a page whose parents go round',
    make: () =>
      pdfFile([
        CATALOG,
        '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
        '<< /Type /Page /Parent 4 0 R /Contents 6 0 R >>',
        '<< /Type /Pages /Parent 5 0 R >>',
        '<< /Type /Pages /Parent 4 0 R >>',
        stream('BT ET'),
        INFO,
      ]),
  },
  {
    name: 'a page tree 100,000 nodes deep',
    make: () =>
      pdfFile([
        CATALOG,
        ...Array.from(
          { length: 100_000 },
          (_, n) => `<< /Type /Pages /Kids [${n + 3} 0 R] /Count 1 >>`,
        ),
        '<< /Type /Page /MediaBox [0 0 9 9] >>',
        INFO,
      ]),
  },
  {
    name: 'arrays 1,000,000 deep',
    make: () => page('/Contents 5 0 R', nested('[', ']', 1_000_000), stream('BT ET')),
  },
  {
    name: 'arrays 100,000 deep around the contents',
    make: () => page('/Contents 4 0 R', nested('[', ']', 100_000)),
  },
  {
    name: 'dictionaries 100,000 deep in the resources',
    make: () => page(`/Resources ${nested('<< /A ', ' >>', 100_000)}`),
  },
  {
    name: 'arrays 1,000,000 deep in the content',
    make: () => content(nested('[', ']', 1_000_000)),
  },
  {
    name: 'strings with brackets 5,000,000 deep',
    make: () => content(`BT /F 9 Tf ${nested('(', ')', 5_000_000)} Tj ET`),
  },
  {
    name: 'an object that refers to itself',
    make: () => page('/Contents 4 0 R /Resources 5 0 R', '4 0 R', '6 0 R', '5 0 R'),
  },
  {
    name: 'a stream whose length is its own object',
    make: () => page('/Contents 4 0 R', '<< /Length 4 0 R >>\nstream\nBT ET\nendstream'),
  },
  {
    name: 'a stream that says it has 2 GB',
    make: () => page('/Contents 4 0 R', '<< /Length 2147483647 >>\nstream\nBT ET\nendstream'),
  },
  {
    name: 'a page of 1,000,000 contents',
    make: () => page(`/Contents [${'4 0 R '.repeat(1_000_000)}]`, stream('q Q')),
  },
  {
    name: '1,000,000 notes on a page',
    make: () => page(`/Annots [${'<< /Subtype /Text /Rect [0 0 1 1] >>'.repeat(1_000_000)}]`),
  },
  {
    name: 'an object stream that inflates to 3 GB',
    make: () =>
      xrefStream(
        '/Size 10 /W [1 2 1] /Index [1 2]',
        '\x02\x00\x03\x00\x02\x00\x03\x01',
        `3 0 obj\n${stream(bomb(' ', 3000), '/Type /ObjStm /N 2 /First 10 /Filter /FlateDecode')}\nendobj\n`,
      ),
  },
  {
    name: 'an object stream of 1,000,000,000 objects',
    make: () =>
      xrefStream(
        '/Size 10 /W [1 2 1] /Index [1 2]',
        '\x02\x00\xb6\x00\x02\x00\xb6\x01',
        `3 0 obj\n${stream('1 0 2 9 ', '/Type /ObjStm /N 1000000000 /First 10')}\nendobj\n`,
      ),
  },
  {
    name: 'cross-references that inflate to 3 GB',
    make: () => xrefStream('/Size 1000000000 /W [1 2 1] /Filter /FlateDecode', bomb('\x00', 3000)),
  },
  {
    name: 'cross-references that inflate to 3 GB of entries',
    make: () =>
      xrefStream(
        '/Size 1000000000 /W [1 2 1] /Filter /FlateDecode',
        bomb('\x01\x00\x10\x00', 3000),
      ),
  },
  {
    name: 'cross-references of entries of no width',
    make: () => xrefStream('/Size 2147483647 /W [0 0 0]', ''),
  },
  {
    name: 'cross-references that go round',
    make: () => {
      const plain = Buffer.from(page('')).toString('latin1');
      const at = /startxref\n(\d+)/.exec(plain)?.[1] ?? '';
      return Buffer.from(plain.replace('/Root 1 0 R', `/Prev ${at} /Root 1 0 R`), 'latin1');
    },
  },
  {
    name: 'no cross-references, and 2,000,000 objects',
    make: () =>
      Buffer.from(
        `%PDF-1.4\n${'1 0 obj\n<< /Type /Catalog /Pages 1 0 R >>\nendobj\n'.repeat(2_000_000)}`,
      ),
  },
  {
    name: 'no cross-references, and 50 MB of digits',
    make: () => Buffer.from(`%PDF-1.4\n${'1'.repeat(50 * MB)}`),
  },
  {
    name: 'no cross-references, and 50 MB of blanks after a number',
    make: () => Buffer.from(`%PDF-1.4\n${`1${' '.repeat(50 * MB)}`}`),
  },
  {
    name: 'no cross-references, and 1,000,000 streams that never end',
    make: () => Buffer.from(`%PDF-1.4\n${'1 0 obj\n<< /Length 9 >>\nstream\n'.repeat(1_000_000)}`),
  },
  {
    name: 'no cross-references, and 1,000,000 trailers',
    make: () =>
      Buffer.from(
        `%PDF-1.4\n1 0 obj\n<< >>\nendobj\n${'trailer\n<< /Root 1 0 R >>\n'.repeat(1_000_000)}`,
      ),
  },
  {
    name: 'encrypted with a key of 1,000,000,000 bits',
    make: () => {
      const plain = Buffer.from(page('')).toString('latin1');
      const lock = `/Encrypt << /Filter /Standard /V 2 /R 3 /Length 1000000000 /P -1 /O (${'x'.repeat(32)}) /U (${'x'.repeat(32)}) >> /ID [(a) (a)]`;
      return Buffer.from(plain.replace('/Root 1 0 R', `${lock} /Root 1 0 R`), 'latin1');
    },
  },
  {
    name: 'a file of 99 MB',
    make: () =>
      page(
        '/Contents 4 0 R /Resources << /XObject << /I 5 0 R >> >>',
        stream('/I Do'),
        stream(
          deflateSync(Buffer.alloc(99_000_000), { level: 0 })
            .toString('latin1')
            .slice(0, 98_900_000),
          '/Subtype /Image /Width 9900 /Height 9900 /BitsPerComponent 8 /ColorSpace /DeviceGray /Filter /FlateDecode',
        ),
      ),
  },
];
