import { GeneralSheet, type Place } from './record.ts';

/** Rights, wants and gots of each part of a sheet, and what was wrong. */
export type GeneralTally = {
  readonly parts: Readonly<Record<Part, { right: number; want: number; got: number }>>;
  /** Wrong or superfluous figures that no warning stands at. */
  readonly silent: number;
  /** Figures whose digits are printed nowhere. */
  readonly invented: number;
  readonly faults: readonly string[];
};
export const PARTS = ['header', 'cells', 'achievements', 'budget', 'ratings', 'fields'] as const;
export type Part = (typeof PARTS)[number];

/** One thing that a sheet says; what is a figure is told by its key alone, a text by its name or by what it stands under. */
type Said = {
  readonly key: string;
  readonly what: string;
  readonly name?: string;
  readonly path?: readonly string[];
  readonly at?: Place | null | undefined;
  readonly value?: number | null;
};

const squash = (text: string | null): string =>
  (text ?? '')
    .normalize('NFKC')
    .replace(/\s+/g, '')
    .replace(/[‐‑–—―−－]/g, '-');
/** Without marks, numbers and what stands in parentheses. */
const loose = (text: string): string =>
  squash(text)
    .replace(/^\d{1,2}[.．)]/, '')
    .replace(/[([][^()[\]]*[)\]]/g, '')
    .replace(/[^\p{L}\p{N}]/gu, '');

function saidBy(sheet: GeneralSheet): Record<Part, Said[]> {
  const { indicators, budget, ratings, fields } = sheet;
  const header = ['fiscalYear', 'publisherName', 'programName', 'number', 'title', 'department'];
  return {
    header: header.map((part) => {
      const what = `${part} ${squash(String(sheet[part as keyof GeneralSheet] ?? ''))}`;
      return { key: what, what };
    }),
    cells: indicators.flatMap(({ name, unit, values }) =>
      values.map(({ fiscalYear, type, text, value, status, at }) => {
        const said = value === null ? squash(text) : value;
        const what = [loose(name), fiscalYear, type, said, status, squash(unit)].join(' ');
        return { key: what, what, at, value };
      }),
    ),
    achievements: indicators.flatMap(({ name, achievement, pastAchievements }) =>
      [...(achievement ? [achievement] : []), ...pastAchievements].map((one) => {
        const ratio = one.ratio === null ? one.status : one.ratio.toFixed(4);
        const what = [loose(name), one.fiscalYear, ratio].join(' ');
        return { key: what, what, at: one.at };
      }),
    ),
    budget: budget.flatMap(({ name, amounts }) =>
      amounts.map(({ fiscalYear, type, value, yen, at }) => {
        const what = [loose(name), fiscalYear, type, value, yen].join(' ');
        return { key: what, what, at, value };
      }),
    ),
    ratings: ratings.map(({ name, path, text }) => named(name, path, text)),
    fields: fields.map(({ label, path, text }) => named(label, path, text)),
  };
}

function named(label: string, above: readonly string[], text: string): Said {
  const [name, path] = [loose(label), above.map(loose)];
  return { key: squash(text), name, path, what: `${[...path, name].join('/')} ${squash(text)}` };
}

/** A crossed table may be told by its rows or by its columns: label and path may change places. */
function isSame(truth: Said, read: Said): boolean {
  if (truth.key !== read.key) return false;
  if (truth.name === undefined || truth.name === read.name) return true;
  const under = read.path?.includes(truth.name) ?? false;
  return under && (truth.path?.length === 0 || (truth.path?.includes(read.name ?? '') ?? false));
}

/** @param output the reader's record, null where it read none */
export function scoreGeneral(truth: GeneralSheet, output: unknown): GeneralTally {
  const read = GeneralSheet.safeParse(output);
  const got = read.success ? read.data : null;
  const [wanted, found] = [saidBy(truth), got ? saidBy(got) : null];
  const printed = digitsOf(truth);
  const faults: string[] = [];
  let [silent, invented] = [0, 0];
  const parts = Object.fromEntries(
    PARTS.map((part) => {
      const left = [...wanted[part]];
      const wrong = (found?.[part] ?? []).filter((said) => {
        const at = left.findIndex((one) => isSame(one, said));
        if (at >= 0) left.splice(at, 1);
        return at < 0;
      });
      for (const said of wrong) {
        faults.push(`${part}: read ${said.what}`);
        if (part !== 'header' && 'at' in said && !isTold(said.at, got)) silent++;
        if (typeof said.value === 'number' && !printed.has(Math.abs(said.value))) invented++;
      }
      for (const said of left) faults.push(`${part}: missed ${said.what}`);
      const [want, all] = [wanted[part].length, found?.[part].length ?? 0];
      return [part, { right: want - left.length, want, got: all }];
    }),
  ) as GeneralTally['parts'];
  return { parts, silent, invented, faults };
}

function isTold(at: Place | null | undefined, sheet: GeneralSheet | null): boolean {
  if (!at || !sheet) return false;
  return sheet.warnings.some(({ at: there }) => there && touches(there, at));
}

function touches(a: Place, b: Place): boolean {
  const [ax0 = 0, ay0 = 0, ax1 = 0, ay1 = 0] = a.box;
  const [bx0 = 0, by0 = 0, bx1 = 0, by1 = 0] = b.box;
  return a.page === b.page && ax0 < bx1 && bx0 < ax1 && ay0 < by1 && by0 < ay1;
}

/** Every number that the truth prints. */
function digitsOf(truth: GeneralSheet): Set<number> {
  const found =
    JSON.stringify(truth)
      .normalize('NFKC')
      .match(/\d[\d,]*(?:\.\d+)?/g) ?? [];
  return new Set(found.map((text) => Number(text.replaceAll(',', ''))));
}

export const f1 = ({ right, want, got }: { right: number; want: number; got: number }): number =>
  want + got === 0 ? 1 : (2 * right) / (want + got);
