/** A cell as it is drawn and as it is true; rows and columns count from 0. */
export type Cell = {
  readonly row: number;
  readonly col: number;
  readonly rowSpan: number;
  readonly colSpan: number;
  readonly text: string;
  readonly align: 'left' | 'right' | 'center';
  readonly bold: boolean;
  readonly indent: number;
};

/** Which rules a table is drawn with: none at all, below every row, above and below head and table, below the head only. */
export type Rules = 'none' | 'rows' | 'book' | 'head' | 'shade';

export type DrawnTable = {
  readonly caption: string | null;
  readonly note: string | null;
  readonly rules: Rules;
  readonly cells: readonly Cell[];
  readonly rows: number;
  readonly cols: number;
  /** Rows of heads. */
  readonly heads: number;
  /** Widths of columns as shares of the text's, null where the text decides. */
  readonly widths: readonly number[] | null;
};

export type Part =
  | { readonly kind: 'heading'; readonly text: string }
  | { readonly kind: 'prose'; readonly text: string }
  | { readonly kind: 'list'; readonly items: readonly string[]; readonly numbered: boolean }
  | { readonly kind: 'contents'; readonly entries: readonly (readonly [string, number])[] }
  | { readonly kind: 'letter'; readonly left: readonly string[]; readonly right: readonly string[] }
  | { readonly kind: 'table'; readonly table: DrawnTable };

/** A page with tables among what is none; `columns` are those of its running text. */
export type DrawnDocument = {
  readonly language: 'en' | 'ja';
  readonly columns: 1 | 2;
  readonly size: number;
  readonly serif: boolean;
  readonly parts: readonly Part[];
};

export const tablesOf = ({ parts }: DrawnDocument): DrawnTable[] =>
  parts.flatMap((part) => (part.kind === 'table' ? [part.table] : []));
