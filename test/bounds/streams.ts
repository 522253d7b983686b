import { deflateSync } from 'node:zlib';
import type { Hostile } from './hostile.ts';
import { bomb, content, page, stream } from './pdf.ts';

const again = (zipped: string) => deflateSync(Buffer.from(zipped, 'latin1')).toString('latin1');

const image = (entries: string, data: string, width = 30_000, height = 30_000) =>
  page(
    '/Contents 4 0 R /Resources << /XObject << /I 5 0 R >> >>',
    stream('q 595 0 0 842 0 0 cm /I Do Q'),
    stream(
      data,
      `/Type /XObject /Subtype /Image /Width ${width} /Height ${height} /BitsPerComponent 8 ${entries}`,
    ),
  );

const word = (value: number) => String.fromCharCode(value >> 8, value & 255);

/** The headers of a baseline JPEG with three components and no more than one byte of picture. */
const jpeg = (width: number, height: number) =>
  [
    '\xff\xd8',
    `\xff\xdb\x00\x43\x00${'\x01'.repeat(64)}`,
    `\xff\xc0\x00\x11\x08${word(height)}${word(width)}\x03\x01\x11\x00\x02\x11\x00\x03\x11\x00`,
    `\xff\xc4\x00\x14\x00\x01${'\x00'.repeat(15)}\x00`,
    `\xff\xc4\x00\x14\x10\x01${'\x00'.repeat(15)}\x00`,
    '\xff\xda\x00\x0c\x03\x01\x00\x02\x00\x03\x00\x00\x3f\x00',
    `${'\x00'.repeat(64)}\xff\xd9`,
  ].join('');

/** Much out of little: what inflates, and pictures. */
export const STREAMS: readonly Hostile[] = [
  {
    name: 'content inflates to 3 GB of blanks',
    make: () => content(bomb(' ', 3000), '/Filter /FlateDecode'),
  },
  {
    name: 'content inflates to 1 GB of operators',
    make: () => content(bomb('q 1 0 0 1 0 0 cm Q\n', 1000), '/Filter /FlateDecode'),
  },
  {
    name: 'content inflates twice, to 20 GB',
    make: () => content(again(bomb(' ', 20_000)), '/Filter [/FlateDecode /FlateDecode]'),
  },
  {
    name: 'content inflates three times',
    make: () =>
      content(again(again(bomb(' ', 20_000))), '/Filter [/FlateDecode /FlateDecode /FlateDecode]'),
  },
  {
    name: 'run lengths and hex digits over 2 GB',
    make: () => content(bomb('\x81 ', 500), '/Filter [/FlateDecode /RunLengthDecode]'),
  },
  {
    name: 'a picture of 30,000 × 30,000 pixels',
    make: () => image('/ColorSpace /DeviceRGB /Filter /FlateDecode', bomb('\x00', 2700)),
  },
  {
    name: 'a picture of 30,000 × 30,000 pixels without its data',
    make: () => image('/ColorSpace /DeviceRGB /Filter /FlateDecode', again('')),
  },
  {
    name: 'a JPEG of 30,000 × 30,000 pixels',
    make: () => image('/ColorSpace /DeviceRGB /Filter /DCTDecode', jpeg(30_000, 30_000)),
  },
  {
    name: 'a fax of 30,000 × 30,000 pixels',
    make: () =>
      image(
        '/ColorSpace /DeviceGray /Filter /CCITTFaxDecode /DecodeParms << /K -1 /Columns 30000 /Rows 30000 >>',
        '\x00',
      ),
  },
  {
    name: 'an inline picture of 30,000 × 30,000 pixels',
    make: () => content('BI /W 30000 /H 30000 /BPC 8 /CS /RGB ID x EI'),
  },
  {
    name: 'a picture of 2,000,000,000 × 2,000,000,000 pixels',
    make: () => image('/ColorSpace /DeviceGray', 'x', 2e9, 2e9),
  },
  {
    name: 'a picture whose mask is 30,000 × 30,000 pixels',
    make: () =>
      page(
        '/Contents 4 0 R /Resources << /XObject << /I 5 0 R >> >>',
        stream('/I Do'),
        stream(
          'x',
          '/Subtype /Image /Width 1 /Height 1 /BitsPerComponent 8 /ColorSpace /DeviceGray /SMask 6 0 R',
        ),
        stream(
          bomb('\x00', 900),
          '/Subtype /Image /Width 30000 /Height 30000 /BitsPerComponent 8 /ColorSpace /DeviceGray /Filter /FlateDecode',
        ),
      ),
  },
  {
    name: 'a thousand pictures of 10,000 × 5,000 pixels',
    make: () =>
      page(
        `/Contents 4 0 R /Resources << /XObject << ${Array.from({ length: 1000 }, (_, n) => `/I${n} ${5 + n} 0 R`).join(' ')} >> >>`,
        stream(Array.from({ length: 1000 }, (_, n) => `/I${n} Do`).join('\n')),
        ...Array.from({ length: 1000 }, (_, n) =>
          stream(
            bomb(String.fromCharCode(n & 255), 50),
            '/Subtype /Image /Width 10000 /Height 5000 /BitsPerComponent 8 /ColorSpace /DeviceGray /Filter /FlateDecode',
          ),
        ),
      ),
  },
];
