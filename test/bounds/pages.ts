import type { Hostile } from './hostile.ts';
import { content, HELVETICA, page, stream } from './pdf.ts';

const many = (count: number, one: (n: number) => string) =>
  Array.from({ length: count }, (_, n) => one(n)).join('');

/** Forms (objects 6 on) that each draw the next one so many times. */
const forms = (depth: number, times: number, last: string) =>
  page(
    '/Contents 4 0 R /Resources << /XObject << /X 6 0 R >> /Font << /F 5 0 R >> >>',
    stream('/X Do'),
    HELVETICA,
    ...Array.from({ length: depth }, (_, n) =>
      stream(
        n + 1 === depth ? last : '/X Do '.repeat(times),
        `/Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /X ${n + 7} 0 R >> /Font << /F 5 0 R >> >>`,
      ),
    ),
  );

/** It would draw a letter 10^12 times, and none more than once in the file. */
export const endlessForms = () => forms(12, 10, 'BT /F 9 Tf (x) Tj ET');

const place = (n: number) => `${(n * 7919) % 595} ${(n * 104_729) % 842}`;

/** What is drawn: without end, or more than any page has. */
export const PAGES: readonly Hostile[] = [
  {
    name: 'a form that draws itself',
    make: () =>
      page(
        '/Contents 4 0 R /Resources << /XObject << /X 5 0 R >> >>',
        stream('/X Do'),
        stream(
          '/X Do /X Do',
          '/Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /X 5 0 R >> >>',
        ),
      ),
  },
  {
    name: 'two forms that draw each other',
    make: () =>
      page(
        '/Contents 4 0 R /Resources << /XObject << /X 5 0 R >> >>',
        stream('/X Do'),
        stream(
          '/X Do /X Do',
          '/Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /X 6 0 R >> >>',
        ),
        stream(
          '/X Do /X Do',
          '/Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /X 5 0 R >> >>',
        ),
      ),
  },
  { name: 'forms that draw ten of the next, 12 deep', make: endlessForms },
  { name: 'forms 50,000 deep', make: () => forms(50_000, 1, 'BT /F 9 Tf (x) Tj ET') },
  {
    name: 'a pattern that is painted with itself',
    make: () =>
      page(
        '/Contents 4 0 R /Resources << /Pattern << /P 5 0 R >> >>',
        stream('/Pattern cs /P scn 0 0 9 9 re f'),
        stream(
          '/Pattern cs /P scn 0 0 9 9 re f',
          '/PatternType 1 /PaintType 1 /TilingType 1 /BBox [0 0 9 9] /XStep 1 /YStep 1 /Resources << /Pattern << /P 5 0 R >> >>',
        ),
      ),
  },
  {
    name: 'a soft mask that is masked with itself',
    make: () =>
      page(
        '/Contents 4 0 R /Resources << /ExtGState << /G 5 0 R >> >>',
        stream('/G gs 0 0 9 9 re f'),
        '<< /SMask << /S /Alpha /G 6 0 R >> >>',
        stream(
          '/G gs 0 0 9 9 re f',
          '/Subtype /Form /BBox [0 0 9 9] /Group << /S /Transparency >> /Resources << /ExtGState << /G 5 0 R >> >>',
        ),
      ),
  },
  {
    name: 'a shading with a function of 2,000,000,000 samples',
    make: () =>
      page(
        '/Contents 4 0 R /Resources << /Shading << /S 5 0 R >> >>',
        stream('/S sh'),
        '<< /ShadingType 1 /ColorSpace /DeviceGray /Function 6 0 R >>',
        stream(
          'x',
          '/FunctionType 0 /Domain [0 1 0 1] /Range [0 1] /Size [50000 40000] /BitsPerSample 8',
        ),
      ),
  },
  {
    name: 'a function that never comes to an end',
    make: () =>
      page(
        '/Contents 4 0 R /Resources << /Shading << /S 5 0 R >> >>',
        stream('/S sh'),
        '<< /ShadingType 2 /Coords [0 0 9 9] /ColorSpace /DeviceGray /Function 6 0 R >>',
        stream(
          `{ ${'{ '.repeat(100_000)} ${'} if '.repeat(100_000)} }`,
          '/FunctionType 4 /Domain [0 1] /Range [0 1]',
        ),
      ),
  },
  { name: '10,000,000 states saved', make: () => content('q '.repeat(10_000_000)) },
  { name: '2,000,000 nested marks', make: () => content('/A BMC '.repeat(2_000_000)) },
  { name: '20,000,000 numbers before an operator', make: () => content('1 '.repeat(20_000_000)) },
  {
    name: '1,000,000 letters in one line',
    make: () => content(`BT /F 9 Tf 0 400 Td (${'x'.repeat(1_000_000)}) Tj ET`),
  },
  {
    name: '1,000,000 letters in one spot',
    make: () => content(`BT /F 9 Tf ${'1 0 0 1 99 99 Tm (x) Tj '.repeat(1_000_000)} ET`),
  },
  {
    name: '1,000,000 letters all over the page',
    make: () =>
      content(`BT /F 1 Tf ${many(1_000_000, (n) => `1 0 0 1 ${place(n)} Tm (x) Tj `)} ET`),
  },
  {
    name: '150,000 letters below one another',
    make: () =>
      content(`BT /F .001 Tf ${many(150_000, (n) => `1 0 0 1 99 ${n / 200} Tm (x) Tj `)} ET`),
  },
  {
    name: '20,000,000 letters',
    make: () => content(`BT /F 9 Tf ${'(xxxxxxxxxxxxxxxxxxxx) Tj '.repeat(1_000_000)} ET`),
  },
  {
    name: '1,000,000 rules all over the page',
    make: () => content(many(1_000_000, (n) => `${place(n)} ${n % 2 ? '9 .1' : '.1 9'} re f `)),
  },
  {
    name: '1,000,000 rules as one path',
    make: () =>
      content(`${many(1_000_000, (n) => `${place(n)} m ${n % 595} ${(n * 7) % 842} l `)} S`),
  },
  {
    name: 'a table of 10,000 × 10,000 cells',
    make: () =>
      content(
        many(10_000, (n) => `${n * 5} 0 .1 50000 re f 0 ${n * 5} 50000 .1 re f `),
        '/UserUnit 1',
      ),
  },
  {
    name: '100,000 rows',
    make: () =>
      content(
        many(100_000, (n) => `0 ${n * 5} 9 .1 re f 0 ${n * 5} .1 5 re f 9 ${n * 5} .1 5 re f `),
      ),
  },
  {
    name: '100,000 rules that end nowhere',
    make: () =>
      content(`${many(100_000, (n) => `${n * 4} ${-n} .1 ${n * 2} re f `)}0 0 400000 .1 re f`),
  },
  {
    name: '1,000,000 specks',
    make: () => content(many(1_000_000, (n) => `${place(n)} .5 .5 re f `)),
  },
  {
    name: 'one line that goes back and forth 5,000,000 times',
    make: () => content(`0 0 m ${'500 0 l 0 0 l '.repeat(5_000_000)} S`),
  },
  {
    name: 'a page of 10^30 points',
    make: () =>
      page(
        '/MediaBox [0 0 1e30 1e30] /UserUnit 1e30 /Contents 4 0 R /Resources << /Font << /F 5 0 R >> >>',
        stream('BT /F 1e30 Tf 1e30 0 0 1e30 1e30 1e30 Tm (x) Tj ET 0 0 1e30 1e30 re S'),
        HELVETICA,
      ),
  },
];
