/** The parts of a workbook that hold no rows (ECMA-376), by their paths in the file. */
export function fixedParts(sheetNames: readonly string[]): [string, string][] {
  const start = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';
  const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
  const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
  const packaged = 'http://schemas.openxmlformats.org/package/2006';
  const kind = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
  const sheets = sheetNames.map((name, n) => ({ name, id: `rId${n + 1}`, file: `sheet${n + 1}` }));
  const relation = (id: string, type: string, target: string) =>
    `<Relationship Id="${id}" Type="${office}/${type}" Target="${target}"/>`;
  const relations = (...all: string[]) =>
    `${start}<Relationships xmlns="${packaged}/relationships">${all.join('')}</Relationships>`;
  return [
    [
      '[Content_Types].xml',
      `${start}<Types xmlns="${packaged}/content-types">` +
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>' +
        `<Override PartName="/xl/workbook.xml" ContentType="${kind}.sheet.main+xml"/>` +
        `<Override PartName="/xl/styles.xml" ContentType="${kind}.styles+xml"/>` +
        sheets
          .map(
            ({ file }) =>
              `<Override PartName="/xl/worksheets/${file}.xml" ContentType="${kind}.worksheet+xml"/>`,
          )
          .join('') +
        '</Types>',
    ],
    ['_rels/.rels', relations(relation('rId1', 'officeDocument', 'xl/workbook.xml'))],
    [
      'xl/workbook.xml',
      `${start}<workbook xmlns="${main}" xmlns:r="${office}"><sheets>` +
        sheets
          .map(({ name, id }, n) => `<sheet name="${name}" sheetId="${n + 1}" r:id="${id}"/>`)
          .join('') +
        '</sheets></workbook>',
    ],
    [
      'xl/_rels/workbook.xml.rels',
      relations(
        ...sheets.map(({ id, file }) => relation(id, 'worksheet', `worksheets/${file}.xml`)),
        relation(`rId${sheets.length + 1}`, 'styles', 'styles.xml'),
      ),
    ],
    [
      'xl/styles.xml',
      `${start}<styleSheet xmlns="${main}"><fonts count="3">` +
        '<font><sz val="11"/></font><font><b/><sz val="11"/></font>' +
        '<font><u/><sz val="11"/><color rgb="FF0563C1"/></font></fonts>' +
        '<fills count="2"><fill><patternFill patternType="none"/></fill>' +
        '<fill><patternFill patternType="gray125"/></fill></fills>' +
        '<borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs>' +
        '<cellXfs count="3"><xf xfId="0"/><xf xfId="0" fontId="1" applyFont="1"/>' +
        '<xf xfId="0" fontId="2" applyFont="1"/></cellXfs></styleSheet>',
    ],
  ];
}
