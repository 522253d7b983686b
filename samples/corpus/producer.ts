import { type Habits, TIDY } from '../generator/habits.ts';
import type { Producer } from '../generator/producer.ts';
import type { Random } from '../generator/random.ts';
import { STRIKES } from '../generator/strikes.ts';
import { PLAIN, type Style } from '../generator/style.ts';
import { UNSEEN } from '../generator/unseen.ts';

/** A way of making PDFs, every habit taken from the seed. */
export function randomProducer(random: Random): Producer {
  const fonts = random.pick([
    'embedded',
    'embedded',
    'embedded',
    'UniJIS-UCS2-H',
    'UniJIS-UTF16-H',
    '90ms-RKSJ-H',
  ] as const);
  const style = randomStyle(random);
  const habits = randomHabits(random, fonts === 'embedded');
  return {
    name: fonts === 'embedded' ? 'embedded' : 'cid',
    variant: variantOf(style, habits),
    fonts,
    style,
    habits,
    seed: random.int(1, 1_000_000),
  };
}

/** The most troublesome of its habits, to tell scores apart by. */
function variantOf(style: Style, habits: Habits): string {
  if (habits.rotate !== 0) return 'rotated';
  if (style.paper.width > style.paper.height) return 'landscape';
  if (habits.radicals) return 'radicals';
  if (habits.shuffled) return 'shuffled';
  return habits.text;
}

function randomStyle(random: Random): Style {
  const landscape = random.chance(0.07);
  const { width, height } = PLAIN.paper;
  const runningHead = random.pick([
    null,
    null,
    null,
    'title',
    { text: '平成・令和の成果レポート　汐見県' },
  ] as const);
  const places = ['left', 'right', 'right', 'title'] as const;
  const body = random.pick([9.5, 10, 10.5, 10.5, 11]);
  return {
    paper: landscape ? { width: height, height: width } : { width, height },
    margin: { x: random.int(40, 62), top: random.int(46, 78), bottom: random.int(48, 80) },
    body,
    cell: body - random.pick([1, 1.5, 2]),
    leading: random.pick([1.2, 1.3, 1.45, 1.7]),
    cellLeading: random.pick([1.1, 1.2, 1.4]),
    justify: random.chance(0.4),
    kinsoku: random.chance(0.9),
    autospace: random.pick([0, 0, 0.2, 0.25]),
    markerGap: random.pick([0, 0, 0.15, 0.5]),
    headings: random.pick(['band', 'band', 'plain']),
    columnYears: random.chance(0.2) ? random.pick(YEARS) : random.pick(['short', 'long', 'letter']),
    budgetYears: random.pick(['long', 'long', 'short']),
    kinds: random.chance(0.2) ? kindsInOtherWords(random) : PLAIN.kinds,
    digits: random.pick(['half', 'half', 'mixed', 'full']),
    repeatHeader: random.chance(0.5),
    baselineSpansRows: random.chance(0.3),
    dashedSubRows: random.chance(0.3),
    amounts: random.pick(['right', 'center']),
    titleOnProgramLine: random.chance(0.2),
    subtitleWaves: random.pick(['open', 'closed']),
    departmentOnTitleLine: random.chance(0.2),
    explanationHeading: random.chance(0.5),
    goals: random.pick(['bullets', 'bullets', 'paragraphs']),
    spacedLabels: random.chance(0.12),
    pastAchievements: random.chance(0.1),
    stubs: random.pick(['middle', 'middle', 'top']),
    ratingOnTwoLines: random.chance(0.7),
    runningHead,
    publisher: random.pick(
      typeof runningHead === 'object' && runningHead !== null ? [...places, null] : places,
    ),
    pageNumbers: random.pick(['n', 'n', '- n -', 'n / N', null]),
  };
}

const YEARS = ['dotted', 'western', 'kanji', 'both'] as const;

/** Heads of the columns as other houses word them. */
const kindsInOtherWords = (random: Random): Style['kinds'] => ({
  baseline: random.pick(['策定時', '基準値', '当初値', '現況値']),
  target: random.pick(['計画値', '目標', '計画', '目標数値']),
  actual: random.pick(['実績', '実績値', '結果']),
  achievement: random.pick(['達成率', '達成状況', '目標達成\n率']),
});

function randomHabits(random: Random, embedded: boolean): Habits {
  const text = random.pick(['lines', 'lines', 'pieces', 'glyphs'] as const);
  return {
    ...TIDY,
    text,
    shuffled: random.chance(text === 'glyphs' ? 0.6 : 0.15),
    bold: random.chance(0.3) ? 'overprint' : 'plain',
    borders: random.pick(['joined', 'cells', 'fourfold']),
    rules: random.pick(['strokes', 'rects']),
    dashes: random.pick(['pattern', 'pieces']),
    ruleWidth: random.pick([0.25, 0.5, 0.75, 1]),
    ruleGray: random.pick([0, 0, 0, 0.35]),
    jitter: random.pick([0, 0, 0, 0.2, 0.45]),
    radicals: embedded && random.chance(0.1),
    rotate: random.chance(0.08) ? random.pick([90, 180, 270] as const) : 0,
    origin: random.chance(0.08) ? [random.int(-40, 40), random.int(-40, 90)] : [0, 0],
    form: random.chance(0.08),
    unseen: random.chance(0.25) ? random.pick(UNSEEN) : null,
    strike: random.pick(STRIKES),
  };
}
