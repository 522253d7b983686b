import { PUBLISHERS, publisherByCode } from '../../parsers/publishers/publishers.ts';
import type { Level } from '../../parsers/records/indicator.ts';
import type { Series } from '../domain/series/series.ts';
import { rowsOfSeries, type SeriesRow } from './series-row.ts';

/**
 * Local series under the columns of the ministries' own review data: 「3-1 効果発現経路_目標・実績」 of the RS system
 * (行政事業レビュー見える化サイト). docs/review-columns.md says which is made from what.
 */
export type ReviewRow = Readonly<Record<string, string | number | null>>;

/** What names a project and an indicator in every file of the system, in its order. */
export const REVIEW_COLUMNS = [
  'シート種別',
  '事業年度',
  '予算事業ID',
  '事業名',
  '府省庁の建制順',
  '政策所管府省庁',
  '府省庁',
  '局・庁',
  '部',
  '課',
  '室',
  '班',
  '係',
  '事業に関連するKPIが定められている閣議決定等の名称',
  '事業に関連するKPIが定められている閣議決定等の該当箇所',
  '事業に関連するKPIが定められている閣議決定等のURL',
  'アクティビティ・アウトプット・アウトカムの番号',
  '種別（アクティビティ・アウトプット・アウトカム）',
  'アウトカムの期間',
  '成果目標の種類',
  'アクティビティ／活動目標／成果目標',
  '活動指標／成果指標',
  '単位',
  '改善の上向き／下向き',
  '成果実績及び目標値の根拠として用いた統計・データ名（出典）',
  '定性的なアウトカム目標を設定している理由',
  '定性的なアウトカムに関する成果実績',
] as const;

/** Of these a row has one year. */
export const REVIEW_YEAR_COLUMNS = ['年度', '目標年度', '目標値', '実績値', '達成率'] as const;

/** The column that says what the years of a row hold, and the years that the system's file has. */
export const REVIEW_KIND = '目標年度／目標値／実績値／達成率';
export const REVIEW_YEARS: readonly number[] = Array.from({ length: 54 }, (_, n) => 2007 + n);

const KINDS: Readonly<Partial<Record<Level, string>>> = {
  activity: 'アウトプット',
  outcome: 'アウトカム',
};

/** What all rows of the series have in common; what a local sheet does not say is null. */
function common(series: Series, rows: readonly SeriesRow[]): ReviewRow {
  const [row] = rows;
  const latest = series.stages.at(-1);
  const publisher = publisherOf(series.publisher);
  const told: ReviewRow = {
    シート種別: '評価シート',
    事業年度: latest?.sheets.at(-1)?.fiscalYear ?? null,
    予算事業ID: [series.publisher, latest?.program, latest?.number].filter(Boolean).join('-'),
    事業名: latest?.title ?? null,
    政策所管府省庁: publisher,
    府省庁: publisher,
    部: latest?.department ?? null,
    'アクティビティ・アウトプット・アウトカムの番号': series.id,
    '種別（アクティビティ・アウトプット・アウトカム）':
      (latest?.level && KINDS[latest.level]) ?? null,
    成果目標の種類: rows.some(({ target, actual }) => (target ?? actual) !== null)
      ? '定量的'
      : null,
    '活動指標／成果指標': series.name,
    単位: row?.unit ?? null,
    '改善の上向き／下向き': { more: '上向き', less: '下向き', unknown: null }[
      row?.direction ?? 'unknown'
    ],
    '成果実績及び目標値の根拠として用いた統計・データ名（出典）': row?.pdfUrl ?? null,
  };
  return Object.fromEntries(REVIEW_COLUMNS.map((name) => [name, told[name] ?? null]));
}

const publisherOf = (slug: string): string =>
  PUBLISHERS.find((one) => one.slug === slug)?.name ?? publisherByCode(slug)?.name ?? slug;

const percent = (ratio: number | null): number | null =>
  ratio === null ? null : Math.round(ratio * 1000) / 10;

/** A row for each year. */
export function reviewRows(series: Series): ReviewRow[] {
  const rows = rowsOfSeries(series);
  const shared = common(series, rows);
  return rows.map(({ fiscalYear, target, actual, achievement, pdfUrl }) => ({
    ...shared,
    '成果実績及び目標値の根拠として用いた統計・データ名（出典）': pdfUrl,
    年度: fiscalYear,
    目標年度: target === null ? null : 1,
    目標値: target,
    実績値: actual,
    達成率: percent(achievement),
  }));
}

/** As the system's own file has it: a row each for the target years, targets, actuals and ratios, a column for each year. */
export function reviewTableRows(series: Series): ReviewRow[] {
  const rows = reviewRows(series);
  const shared = common(series, rowsOfSeries(series));
  return ['目標年度', '目標値', '実績値', '達成率'].map((kind, n) => ({
    ...shared,
    [REVIEW_KIND]: `${n + 1}.${kind}`,
    ...Object.fromEntries(
      REVIEW_YEARS.map((year) => [
        `${year}`,
        rows.find((one) => one['年度'] === year)?.[kind] ?? null,
      ]),
    ),
  }));
}
