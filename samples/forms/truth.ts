type Status = 'reported' | 'pending' | 'not-applicable' | 'narrative';
export type Value = {
  fiscalYear: number;
  type: string;
  text: string;
  value: number | null;
  status: Status;
  inferred?: true;
};
export type Achievement = {
  fiscalYear: number;
  text: string;
  ratio: number | null;
  status: Status;
  basis: 'ratio' | 'progress';
};
export type Indicator = {
  level: 'activity' | 'outcome' | 'population' | null;
  name: string;
  unit: string | null;
  path: string[];
  values: Value[];
  achievement: Achievement | null;
  pastAchievements: Achievement[];
};
export type Amount = {
  fiscalYear: number;
  type: string | null;
  text: string;
  value: number | null;
  yen: number | null;
};
export type BudgetLine = { name: string; unit: string | null; path: string[]; amounts: Amount[] };

const YEN: Readonly<Record<string, number>> = {
  円: 1,
  千円: 1e3,
  万円: 1e4,
  百万円: 1e6,
  億円: 1e8,
};

/** The truth of a form, told while its cells are written: each method notes what a cell says and gives the text back. */
export class Truth {
  readonly header: Record<string, unknown>;
  readonly indicators: Indicator[] = [];
  readonly budget: BudgetLine[] = [];
  readonly ratings: { name: string; path: string[]; text: string }[] = [];
  readonly fields: { label: string; path: string[]; text: string }[] = [];
  readonly leftovers: { text: string }[] = [];

  constructor(header: {
    publisherName: string | null;
    fiscalYear: number;
    programName: string;
    number: string | null;
    title: string;
    department: string | null;
  }) {
    this.header = header;
  }

  indicator(
    level: Indicator['level'],
    name: string,
    unit: string | null,
    path: string[] = [],
  ): Indicator {
    const made: Indicator = {
      level,
      name,
      unit,
      path,
      values: [],
      achievement: null,
      pastAchievements: [],
    };
    this.indicators.push(made);
    return made;
  }

  value(of: Indicator, fiscalYear: number, type: string, text: string, inferred = false): string {
    if (text === '') return text;
    const figure = amountIn(text);
    const status = figure === null ? statusOf(text) : 'reported';
    of.values.push({
      fiscalYear,
      type,
      text,
      value: figure,
      status,
      ...(inferred ? { inferred: true } : {}),
    });
    return text;
  }

  achievement(
    of: Indicator,
    fiscalYear: number,
    text: string,
    basis: 'ratio' | 'progress' = 'ratio',
  ): string {
    if (text === '') return text;
    const figure = amountIn(text);
    const one: Achievement = {
      fiscalYear,
      text,
      ratio: figure === null ? null : Math.round(figure * 1e4) / 1e6,
      status: figure === null ? statusOf(text) : 'reported',
      basis,
    };
    if (fiscalYear === this.header['fiscalYear']) of.achievement = one;
    else of.pastAchievements.push(one);
    return text;
  }

  line(name: string, unit: string | null, path: string[] = []): BudgetLine {
    const made: BudgetLine = { name, unit, path, amounts: [] };
    this.budget.push(made);
    return made;
  }

  amount(of: BudgetLine, fiscalYear: number, type: string | null, text: string): string {
    if (text === '') return text;
    const figure = amountIn(text);
    const per = of.unit === null ? undefined : YEN[of.unit];
    of.amounts.push({
      fiscalYear,
      type,
      text,
      value: figure,
      yen: figure === null || per === undefined ? null : Math.round(figure * per),
    });
    return text;
  }

  rating(name: string, text: string, path: string[] = []): string {
    this.ratings.push({ name, path, text });
    return text;
  }

  field(name: string, text: string, path: string[] = []): string {
    if (text !== '') this.fields.push({ label: name, path, text });
    return text;
  }

  leftover(text: string): string {
    this.leftovers.push({ text });
    return text;
  }

  record(pages: number): unknown {
    const { indicators, budget, ratings, fields, leftovers } = this;
    return {
      id: 'unknown',
      format: 'general',
      publisher: 'unknown',
      ...this.header,
      program: null,
      indicators,
      budget,
      ratings,
      fields,
      leftovers,
      pages: { from: 1, to: pages },
    };
  }
}

function amountIn(text: string): number | null {
  const match = /^[（(]?([△▲－-]?)([\d,]+(?:\.\d+)?)/.exec(text);
  if (!match) return null;
  const size = Number((match[2] as string).replaceAll(',', ''));
  return match[1] ? -size : size;
}

function statusOf(text: string): Status {
  if (/^(?:集計中|調査中|未確定|確認中)$/.test(text)) return 'pending';
  return /^(?:[－―—-]|未実施)$/.test(text) ? 'not-applicable' : 'narrative';
}
