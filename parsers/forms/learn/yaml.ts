import { asLiteral } from '../../formats/template.ts';
import { yearsIn } from '../../japanese/years.ts';
import type { FormDraft } from './draft.ts';

/** Labels of which a person may say that they open a part; what they are taken for here is only proposed. */
const GOALS = /目的|意図|ねらい|めざす姿|目指す姿/;
const PHASES = [
  ['improvement', /今後|改善|方向|見直し|次年度|翌年度/],
  ['result', /成果|実績|課題|効果|状況|結果/],
  ['overview', /概要|内容|手段|計画/],
] as const;
const OVERALL = /総合|最終/;

/** A form's file, with comments where a person must decide. What is proposed in a comment moves texts out of `fields`. */
export function yamlOf({
  title,
  publisher,
  publisherName,
  header,
  labels,
  ratings,
  unknown,
}: FormDraft): string {
  const goals = labels.filter((label) => GOALS.test(label));
  const phases = new Map<string, string[]>();
  for (const label of labels.filter((one) => !goals.includes(one))) {
    const [phase] = PHASES.find(([, words]) => words.test(label)) ?? [];
    if (phase) phases.set(phase, [...(phases.get(phase) ?? []), label]);
  }
  const overall = ratings.find(({ name }) => OVERALL.test(name)) ?? ratings[0];
  return `${[
    '# 下書き。「←」のところは人が決めます。書き方は docs/formats.md にあります。',
    '# A draft. A person decides where it says «←»; docs/formats.md explains every line.',
    'kind: form',
    `format: my-form # ← この様式の名前 (a-z, 0-9, -) / name of this form`,
    `publisher: ${quoted(publisher)} # ← 団体コードか略称 / code or slug of who publishes it${publisherName === null ? '' : `: ${publisherName}`}`,
    'programs:',
    `  - { slug: sheet, name: ${quoted(title.program)} } # ← slug は ID に使う英字 / the slug stands in ids`,
    'title:',
    `  line: ${quoted(title.line)} # ← 年度ごとに変わるところは {year} か {*} / what changes from sheet to sheet is {year} or {*}`,
    ...(title.yearOffset === 0
      ? []
      : [
          `  yearOffset: ${title.yearOffset} # ← 題名の年度と評価する年度の差 / the evaluated year minus the title's`,
        ]),
    'header:',
    ...(header.length > 0
      ? header.map(({ label, text }) => `  - { label: ${quoted(label)}, text: ${quoted(text)} }`)
      : [
          "  - { label: 事業名, text: '{title}' } # ← どの欄が事業名か / which cell holds the title",
        ]),
    '',
    ...comment(
      'この様式だけの言葉とその意味。行頭の「#= 」を消した行が効きます。使える名前: target actual baseline forecast achievement progress indicator unit budget settlement label',
      'words of this form alone, by what they mean; a line counts once its «#= » is taken off',
      unknown.length > 0
        ? [`まだ意味の分からない言葉 / not understood yet: ${unknown.join('、')}`]
        : [],
    ),
    ...proposal('words', ['target: [めざす値]', 'actual: [できた値]']),
    ...proposal('levels', ['activity: [活動指標]', 'outcome: [成果指標]']),
    '',
    ...comment('ねらいを書いた欄', 'cells that say what the sheet is for', []),
    ...proposalList('goals', goals),
    '',
    ...comment(
      '概要・成果・改善を書いた欄 (項目と数値に分けて読みます)',
      'cells that are read as items: what was planned, reached, is to be improved',
      [],
    ),
    '#= phases:',
    ...(['overview', 'result', 'improvement'] as const).map(
      (name) => `#=   ${name}: ${listed(phases.get(name) ?? ['…'])}`,
    ),
    '',
    ...comment('全体の評価', 'the rating of the whole sheet', []),
    '#= progress:',
    `#=   grade: ${quoted(asLiteral(overall?.name ?? '総合評価'))}`,
    `#=   rating: '{grade:${ratingTemplate(overall?.text)}}[（{label}）]'`,
  ].join('\n')}\n`;
}

const quoted = (text: string): string => `'${text.replaceAll("'", "''")}'`;
const listed = (labels: readonly string[]): string =>
  `[${labels.map((label) => quoted(labelTemplate(label))).join(', ')}]`;

const comment = (japanese: string, english: string, more: readonly string[]): string[] =>
  [`← ${japanese}`, english, ...more].map((text) => `# ${text}`);

/** A label's year is another on the next sheet. */
function labelTemplate(label: string): string {
  const [year] = yearsIn(label, ANY_YEAR).filter(({ start, end }) =>
    /年度$/.test(label.slice(start, end)),
  );
  if (!year || year.relative !== null) return asLiteral(label);
  return `${asLiteral(label.slice(0, year.start))}{year}${asLiteral(label.slice(year.end))}`;
}
const ANY_YEAR = 2015;

/** Lines that count once their sign is taken off. */
const proposal = (name: string, lines: readonly string[]): string[] => [
  `#= ${name}:`,
  ...lines.map((line) => `#=   ${line}`),
];
const proposalList = (name: string, labels: readonly string[]): string[] => [
  `#= ${name}: ${listed(labels)}`,
];

/** Grades of one letter, or the words that this sheet has. */
function ratingTemplate(text: string | undefined): string {
  const letter = text === undefined || /^[A-EＡ-Ｅ](?:[（(]|$)/.test(text);
  return letter ? [...'ABCDE'].join('|') : asLiteral(text);
}
