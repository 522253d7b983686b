/** Of pdfkit's files, as the samples are: each page is an object of its own, with its keys in lines. */
const PAGE = /(\d+) 0 obj\n<<\n\/Type \/Page\n([\s\S]*?)\n>>\nendobj/g;

/** A margin of the sheet of paper that the crop box cuts off, in points. */
const [LEFT, BELOW, MORE] = [20, 30, 60];

/**
 * The same document with its pages lying on their sides on larger paper, turned and cropped so that they are displayed as
 * before; as an update at the end of the file.
 */
export function turnedAndCropped(pdf: Buffer): Buffer {
  const text = pdf.toString('latin1');
  const next = Number(/\/Size (\d+)/.exec(text)?.[1]);
  const root = /\/Root (\d+ 0 R)/.exec(text)?.[1];
  const before = /startxref\n(\d+)/.exec(text)?.[1];
  const objects: [number, string][] = [];
  let number = next;
  for (const [, page, keys = ''] of text.matchAll(PAGE)) {
    const [, width = 0, height = 0] = /\/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/.exec(keys) ?? [];
    const [w, h] = [Number(width), Number(height)];
    const turn = `q 0 1 -1 0 ${h + LEFT} ${BELOW} cm\n`;
    objects.push([number, stream(turn)], [number + 1, stream('\nQ')]);
    const turned = keys
      .replace(/\/MediaBox .*/, `/MediaBox [0 0 ${h + MORE} ${w + MORE}]`)
      .replace(/\/Contents (\d+ 0 R)/, `/Contents [${number} 0 R $1 ${number + 1} 0 R]`);
    const crop = `/CropBox [${LEFT} ${BELOW} ${LEFT + h} ${BELOW + w}]`;
    objects.push([Number(page), `<<\n/Type /Page\n${turned}\n${crop}\n/Rotate 90\n>>`]);
    number += 2;
  }
  let body = '\n';
  const entries = objects.map(([id, content]) => {
    const offset = String(text.length + body.length).padStart(10, '0');
    body += `${id} 0 obj\n${content}\nendobj\n`;
    return `${id} 1\n${offset} 00000 n \n`;
  });
  const start = text.length + body.length;
  const trailer = `trailer\n<</Size ${number}/Root ${root}/Prev ${before}>>`;
  const end = `xref\n${entries.join('')}${trailer}\nstartxref\n${start}\n%%EOF\n`;
  return Buffer.from(text + body + end, 'latin1');
}

const stream = (content: string): string =>
  `<</Length ${content.length}>>\nstream\n${content}\nendstream`;

/** The least PDF that shows each of these grey JPEGs on a page of A4. */
export function picturesAsPdf(jpegs: readonly Buffer[]): Buffer {
  const content = 'q 595.28 0 0 841.89 0 0 cm /I Do Q';
  const kids = jpegs.map((_, n) => `${3 + 3 * n} 0 R`).join(' ');
  const objects = [
    '<</Type/Catalog/Pages 2 0 R>>',
    `<</Type/Pages/Kids[${kids}]/Count ${jpegs.length}>>`,
    ...jpegs.flatMap((jpeg, n) => {
      const [contents, picture] = [4 + 3 * n, 5 + 3 * n];
      const at = sizeAt(jpeg);
      const size = `/Width ${jpeg.readUInt16BE(at + 2)}/Height ${jpeg.readUInt16BE(at)}`;
      const kind = `/Type/XObject/Subtype/Image${size}/ColorSpace/DeviceGray/BitsPerComponent 8`;
      return [
        `<</Type/Page/Parent 2 0 R/MediaBox[0 0 595.28 841.89]/Contents ${contents} 0 R/Resources<</XObject<</I ${picture} 0 R>>>>>>`,
        stream(content),
        `<<${kind}/Filter/DCTDecode/Length ${jpeg.length}>>stream\n${jpeg.toString('latin1')}\nendstream`,
      ];
    }),
  ];
  let body = '%PDF-1.4\n';
  const offsets = objects.map((object, n) => {
    const offset = body.length;
    body += `${n + 1} 0 obj${object}endobj\n`;
    return `${String(offset).padStart(10, '0')} 00000 n \n`;
  });
  const table = `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${offsets.join('')}`;
  const end = `trailer<</Size ${objects.length + 1}/Root 1 0 R>>\nstartxref\n${body.length}\n%%EOF\n`;
  return Buffer.from(body + table + end, 'latin1');
}

/** Where a JPEG tells its height and width: in its start-of-frame segment. */
function sizeAt(jpeg: Buffer): number {
  for (let at = 2; at < jpeg.length; at += 2 + jpeg.readUInt16BE(at + 2)) {
    const marker = jpeg[at + 1] ?? 0;
    if (marker >= 0xc0 && marker <= 0xc2) return at + 5;
  }
  throw new Error('a JPEG without a frame');
}
