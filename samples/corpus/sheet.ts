import {
  GRADES,
  type Indicator,
  type Initiative,
  type Item,
  PHASES,
  type Phase,
  type Sheet,
} from '../generator/content.ts';
import { figure } from '../generator/figures.ts';
import { Random } from '../generator/random.ts';
import { circled } from '../generator/writing.ts';
import { yearLabel } from '../generator/years.ts';
import { notation, randomIndicator } from './cells.ts';
import { randomDress, randomImprint } from './dress.ts';
import { headings, OPEN_UNITS } from './oddities.ts';
import { DEPARTMENTS, HOPES, PLACES, THEMES, type Theme } from './vocabulary.ts';
import { bullet, itemText } from './words.ts';

const PROGRAMS = {
  kinkyu: '緊急課題解決',
  kyoso: '新しい豊かさ協創',
  nanbu: '南部地域活性化プログラム',
  shisaku: '施策',
  gyosei: '行政運営',
} as const;

/** A sheet of either format, everything about it taken from the seed. */
export function randomSheet(random: Random): Sheet {
  const program = random.pick([
    'kinkyu',
    'kinkyu',
    'kyoso',
    'kyoso',
    'nanbu',
    'shisaku',
    'shisaku',
    'shisaku',
    'gyosei',
  ] as const);
  const format = program === 'shisaku' || program === 'gyosei' ? 'mie-measure' : 'mie-project';
  const fiscalYear = random.int(2012, 2019);
  const first = fiscalYear < 2016 ? 2012 : 2016;
  const baselineYear = first - 1;
  const years = [first, first + 1, first + 2, first + 3];
  const budgetYears = format === 'mie-measure' ? [baselineYear, ...years] : years;
  const theme = random.pick(THEMES);
  // Apart from what is said: how it is dressed changes no word.
  const dressing = new Random(1000 * fiscalYear + 10 * THEMES.indexOf(theme) + program.length);
  const number = numberOf(random, dressing, program);
  const initiatives = randomInitiatives(random, theme, format, number ?? '', fiscalYear);
  const progress = random.pick(Object.entries(GRADES));
  return {
    format,
    fiscalYear,
    baselineYear,
    years,
    budgetYears,
    program,
    programName: PROGRAMS[program],
    number,
    title: titleOf(random, theme),
    subtitle:
      format === 'mie-project' && random.chance(0.7) ? `${theme.topic}推進プロジェクト` : null,
    ...randomDress(dressing, random.pick(DEPARTMENTS)),
    goals: goalsOf(random, theme, format),
    progress: {
      grade: progress[0],
      label: progress[1],
      reason: reasonOf(random, theme, progress[1]),
    },
    indicators: indicatorsOf(random, theme, format, initiatives, {
      fiscalYear,
      baselineYear,
      years,
    }),
    initiatives,
    budget: budgetOf(random, format, fiscalYear, budgetYears),
    asides:
      format === 'mie-project' && random.chance(0.2)
        ? { overview: { text: '【年間実施結果】' } }
        : {},
    headings: headings(random),
    imprint: randomImprint(random),
    subtitleBeside: random.chance(0.1) ? random.pick(['parentheses', 'waves', 'gap']) : null,
  };
}

function numberOf(random: Random, dressing: Random, program: keyof typeof PROGRAMS): string | null {
  if (program === 'nanbu') return null;
  if (program === 'shisaku') {
    const own = String(random.int(111, 356));
    return dressing.chance(0.1) ? `${own}-${dressing.int(1, 3)}` : own;
  }
  return String(random.int(1, program === 'kinkyu' ? 12 : 6));
}

function titleOf(random: Random, theme: Theme): string {
  const short = random.pick([
    `${theme.topic}を未来へつなぐ`,
    `みんなで育てる「${theme.topic}」`,
    `${theme.topic}と${random.pick(theme.deeds)}`,
    `命を守り、${theme.topic}を広げる`,
  ]);
  if (!random.chance(0.1)) return short;
  return `${short}とともに、${random.pick(theme.deeds)}と${random.pick(theme.deeds)}を進める県民総ぐるみの取組`;
}

function goalsOf(random: Random, theme: Theme, format: Sheet['format']) {
  const count = format === 'mie-measure' ? 2 : random.int(1, 4);
  return random.some(HOPES, count).map((hope) => ({
    text: `${random.pick(PLACES)}をはじめとする県内の各地で${random.pick(theme.deeds)}が進み、${random.pick(theme.things)}を通じて${hope}。`,
  }));
}

const reasonOf = (random: Random, theme: Theme, label: string) => ({
  text: `${random.pick(theme.deeds)}の目標は${random.pick(['達成しました', 'おおむね達成しました', '達成できませんでした', '集計中です'])}が、${random.pick(theme.troubles)}により一部の取組に${random.pick(['遅れがある', '工夫の余地がある', '課題が残る'])}ことから、「${label}」と判断しました。`,
});

function randomInitiatives(
  random: Random,
  theme: Theme,
  format: Sheet['format'],
  number: string,
  fiscalYear: number,
): Initiative[] {
  const nextYear = yearLabel(fiscalYear + 1, 'long', 'half');
  const count = random.int(1, 5);
  if (format === 'mie-project') {
    return Array.from({ length: count }, (_, index) => ({
      number: String(index + 1),
      title: `「${theme.troubles[index % 3]}${index > 2 ? 'と暮らし' : ''}」を解決するために`,
      department: null,
      items: PHASES.flatMap((phase) => randomItems(random, theme, phase, nextYear)),
    }));
  }
  const titles = random.some(theme.deeds, Math.max(2, Math.min(count, 4)));
  return [
    {
      number: null,
      title: null,
      department: null,
      items: PHASES.flatMap((phase) => randomItems(random, theme, phase, nextYear)),
    },
    ...titles.map((title, index) => ({
      number: `${number.replace(/-.*/, '')}${String(index + 1).padStart(2, '0')}`,
      title,
      department: random.pick(DEPARTMENTS.filter((name) => /[部局]$/.test(name))),
      items: [],
    })),
  ];
}

function randomItems(random: Random, theme: Theme, phase: Phase, nextYear: string): Item[] {
  const count = random.chance(0.1) ? random.int(8, 14) : random.int(1, 5);
  const marks = random.pick([
    'circled',
    'circled',
    'circled',
    'circled',
    'bullets',
    'none',
  ] as const);
  const seen = new Set<string>();
  return Array.from({ length: marks === 'none' ? 1 : count }, () =>
    itemText(random, theme, phase, nextYear),
  )
    .filter(({ text }) => !seen.has(text) && seen.add(text))
    .map((written, index) => ({
      phase,
      marker: marks === 'circled' ? circled(index + 1) : marks === 'bullets' ? '・' : null,
      nested:
        marks === 'circled' && random.chance(0.06)
          ? [bullet(random, theme, 'half'), bullet(random, theme, 'half')]
          : [],
      ...written,
    }));
}

function indicatorsOf(
  random: Random,
  theme: Theme,
  format: Sheet['format'],
  initiatives: readonly Initiative[],
  columns: Parameters<typeof randomIndicator>[2],
): Indicator[] {
  const write = notation(random);
  const names = random.shuffle([
    ...THEMES.filter((other) => other !== theme).flatMap((other) => other.counted),
    ...theme.counted,
    ...theme.shares.map((name) => [name, '%'] as const),
    ['県民の暮らしの満足度の指数', null] as const,
    ...OPEN_UNITS,
  ]);
  const next = (level: Indicator['level'], initiative: string | null) => {
    const [name, unit] = names.pop() ?? ['取組の数', '件'];
    const explained = level === 'project' || level === 'outcome';
    return randomIndicator(random, write, columns, { level, initiative, name, unit, explained });
  };
  const project = format === 'mie-project';
  const top = Array.from({ length: random.pick([1, 1, 1, 2, 3]) }, () =>
    next(project ? 'project' : 'outcome', null),
  );
  const below = initiatives
    .filter(({ number }) => number !== null)
    .flatMap(({ number }) =>
      Array.from({ length: random.pick([1, 1, 2, 3]) }, () =>
        next(project ? 'initiative' : 'activity', number),
      ),
    );
  return [...top, ...below];
}

function budgetOf(
  random: Random,
  format: Sheet['format'],
  fiscalYear: number,
  years: readonly number[],
): Sheet['budget'] {
  const filled = (last: number, cell: () => ReturnType<typeof figure>) =>
    Object.fromEntries(years.filter((year) => year <= last).map((year) => [year, cell()]));
  const unit = random.chance(0.1) ? '千円' : '百万円';
  const money = () => figure(random.int(4, 29) * random.pick([3, 47, 311]), '');
  const last = random.chance(0.7) ? fiscalYear + 1 : fiscalYear;
  const main = { name: '予算額等', unit, amounts: filled(last, money) } as const;
  if (format === 'mie-project') return [main];
  const people = () => {
    const count = random.int(2, 180);
    return { text: `（${count}人）`, value: count, status: 'reported' as const };
  };
  return [
    main,
    { name: '概算人件費', unit, amounts: filled(fiscalYear, money) },
    { name: '配置人員', unit: '人', amounts: filled(fiscalYear, people) },
  ];
}
