import type { Figure, Indicator, Initiative, Item, Passage, Sheet } from './content.ts';
import { PHASES, PUBLISHERS } from './content.ts';
import { RECKONINGS, type Reckoning, ratio } from './figures.ts';
import type { Place } from './page.ts';

const YEN = { 百万円: 1_000_000, 千円: 1_000, 人: null } as const;

type Places = ReadonlyMap<object, Place[]>;

/**
 * The record that a reader should make of the sheet: the contract's shape with every place. Left to the reader, and empty
 * here: keywords and all facts but a few certain ones.
 */
export function truthOf(sheet: Sheet, pages: { from: number; to: number }, places: Places) {
  const all = (owner: object): Place[] => {
    const found = places.get(owner);
    if (!found) throw new Error(`not on any page: ${JSON.stringify(owner)}`);
    return found;
  };
  const at = (owner: object) => all(owner)[0];
  const passage = (text: Passage) => ({ text: text.text, at: all(text) });
  const indicators = sheet.indicators.map((indicator, index) => ({
    id: `indicator-${index + 1}`,
    level: indicator.level,
    initiative: indicator.initiative,
    name: indicator.name,
    description: indicator.description,
    targetRationale: indicator.targetRationale,
    unit: indicator.unit,
    values: [...valuesOf(sheet, indicator)].map((value) => ({
      ...told(value),
      at: at(value.figure),
    })),
    ...achievementsOf(sheet, indicator, places, at),
  }));
  const { slug, name } = PUBLISHERS[sheet.format];
  return {
    id: [slug, sheet.fiscalYear, sheet.program, sheet.number].filter((x) => x !== null).join('-'),
    schemaVersion: 1,
    format: sheet.format,
    publisher: slug,
    publisherCode: null,
    publisherName: name,
    fiscalYear: sheet.fiscalYear,
    program: sheet.program,
    programName: sheet.programName,
    number: sheet.number,
    title: sheet.title,
    subtitle: sheet.subtitle,
    department: sheet.department,
    pages,
    goals: sheet.goals.map(passage),
    progress: {
      grade: sheet.progress.grade,
      label: sheet.progress.label,
      at: at(sheet.progress),
      reason: sheet.progress.reason.text,
      reasonAt: all(sheet.progress.reason),
    },
    indicators,
    initiatives: sheet.initiatives.map((initiative) => initiativeOf(initiative, all)),
    leftovers: PHASES.flatMap((phase) => sheet.asides[phase] ?? []).map(passage),
    budget: sheet.budget.map((line) => ({
      name: line.name,
      unit: line.unit,
      amounts: Object.entries(line.amounts).map(([year, amount]) => {
        const scale = YEN[line.unit];
        const yen = scale === null || amount.value === null ? null : amount.value * scale;
        return {
          fiscalYear: Number(year),
          text: amount.text,
          value: amount.value,
          yen,
          at: at(amount),
        };
      }),
    })),
    warnings: [
      ...indicators.flatMap(({ name, achievement }) =>
        achievement?.check === 'mismatch'
          ? [{ code: 'achievement-mismatch', message: name, at: achievement.at }]
          : [],
      ),
      ...sheet.indicators.flatMap((indicator) =>
        [...valuesOf(sheet, indicator)].flatMap(({ figure }) =>
          figure.told
            ? [{ code: figure.told, message: figure.text, at: at(figure.struck ?? figure) }]
            : [],
        ),
      ),
      ...(sheet.imprint
        ? [{ code: 'stamp', message: sheet.imprint.lines.join(''), at: at(sheet.imprint) }]
        : []),
      ...(sheet.subtitleBeside && sheet.subtitle
        ? [{ code: 'inferred', message: sheet.subtitle, at: undefined }]
        : []),
      ...PHASES.flatMap((phase) => sheet.headings?.[phase] ?? []).map((heading) => ({
        code: 'heading-differs',
        message: heading.text,
        at: at(heading),
      })),
    ],
  };
}

export type Truth = ReturnType<typeof truthOf>;

type Value = { fiscalYear: number; type: 'baseline' | 'target' | 'actual'; figure: Figure };

function* valuesOf(sheet: Sheet, indicator: Indicator): Generator<Value> {
  if (indicator.baseline) {
    yield { fiscalYear: sheet.baselineYear, type: 'baseline', figure: indicator.baseline };
  }
  for (const fiscalYear of sheet.years) {
    const target = indicator.targets[fiscalYear];
    const actual = indicator.actuals[fiscalYear];
    if (target) yield { fiscalYear, type: 'target', figure: target };
    if (actual) yield { fiscalYear, type: 'actual', figure: actual };
  }
}

const told = ({ fiscalYear, type, figure }: Value) => ({
  fiscalYear,
  type,
  text: figure.text.replace(/\s/g, ''),
  value: figure.value,
  status: figure.status,
  ...(figure.through === undefined ? {} : { throughFiscalYear: figure.through }),
});

type At = (owner: object) => Place | undefined;

/** The achievement of the evaluated year, and those of other years that are drawn. */
function achievementsOf(sheet: Sheet, indicator: Indicator, places: Places, at: At) {
  const { achievement, pastAchievements = {} } = indicator;
  const told = (fiscalYear: number, printed: Figure) =>
    achievementOf(sheet, indicator, fiscalYear, printed, at);
  const past = Object.entries(pastAchievements)
    .filter(([, printed]) => places.has(printed))
    .map(([year, printed]) => told(Number(year), printed));
  return {
    achievement: achievement === null ? null : told(sheet.fiscalYear, achievement),
    ...(past.length === 0 ? {} : { pastAchievements: past }),
  };
}

function achievementOf(
  { format }: Sheet,
  indicator: Indicator,
  fiscalYear: number,
  printed: Figure,
  at: At,
) {
  const target = indicator.targets[fiscalYear]?.value ?? null;
  const actual = indicator.actuals[fiscalYear]?.value ?? null;
  return {
    fiscalYear,
    text: printed.text.replace(/\s/g, ''),
    ratio: printed.value,
    status: printed.status,
    check: checkOf(target, actual, printed.value, RECKONINGS[format]),
    at: at(printed),
  };
}

function checkOf(
  target: number | null,
  actual: number | null,
  said: number | null,
  how: Reckoning,
) {
  if (target === null || actual === null || said === null) return 'not-computable' as const;
  if (target === 0 || actual === 0) return 'not-computable' as const;
  const right = [false, true].some((lower) => said === ratio(target, actual, lower, how));
  return right ? ('verified' as const) : ('mismatch' as const);
}

function initiativeOf(initiative: Initiative, all: (owner: object) => Place[]) {
  const inPhase = new Map<string, number>();
  const ordinal = (item: Item) => {
    const next = (inPhase.get(item.phase) ?? 0) + 1;
    inPhase.set(item.phase, next);
    return next;
  };
  return {
    number: initiative.number,
    title: initiative.title,
    items: initiative.items.map((item) => ({
      phase: item.phase,
      ordinal: ordinal(item),
      marker: item.marker,
      text: [item.text, ...item.nested.map((bullet) => `・${bullet}`)].join(''),
      facts: item.facts,
      keywords: [],
      at: all(item),
    })),
  };
}
