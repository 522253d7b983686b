/** A cell of a drawn form; `w` and `h` are the columns and rows that it spans. */
export type Cell = {
  readonly text: string;
  readonly w: number;
  readonly h: number;
  readonly align: 'left' | 'center' | 'right';
  readonly fill: boolean;
  /** One character a line. */
  readonly upright: boolean;
  readonly size: number | null;
};
export type CellStyle = Partial<Omit<Cell, 'text'>>;

export type Grid = {
  /** Relative widths of the columns. */
  readonly cols: readonly number[];
  readonly rows: readonly (readonly Cell[])[];
  readonly rules: 'all' | 'rows' | 'none';
  readonly rowHeight: number;
};
/** Texts on one line: at the left edge, in the middle, at the right edge. */
export type TextLine = {
  readonly left?: string;
  readonly middle?: string;
  readonly right?: string;
  readonly size: number;
};
export type Block =
  | { readonly grid: Grid }
  | { readonly line: TextLine }
  | { readonly gap: number };

export type Page = {
  readonly landscape: boolean;
  readonly blocks: readonly Block[];
  /** What stands side by side below them. */
  readonly columns?: readonly (readonly Block[])[];
};
export type Form = {
  readonly kind: string;
  readonly pages: readonly Page[];
  readonly truth: unknown;
};

const cell = (text: string, align: Cell['align'], fill: boolean, style: CellStyle): Cell => ({
  text,
  w: 1,
  h: 1,
  align,
  fill,
  upright: false,
  size: null,
  ...style,
});
export const label = (text: string, style: CellStyle = {}): Cell =>
  cell(text, 'center', true, style);
export const value = (text: string, style: CellStyle = {}): Cell =>
  cell(text, 'left', false, style);
export const number = (text: string, style: CellStyle = {}): Cell =>
  cell(text, 'right', false, style);
export const blank = (style: CellStyle = {}): Cell => cell('', 'left', false, style);

export const grid = (
  cols: readonly number[],
  rows: readonly (readonly Cell[])[],
  { rules = 'all', rowHeight = 16 }: { rules?: Grid['rules']; rowHeight?: number } = {},
): Block => ({ grid: { cols, rows, rules, rowHeight } });
export const line = (left: string, rest: Omit<Partial<TextLine>, 'left'> = {}): Block => ({
  line: { left, size: 9, ...rest },
});
export const gap = (points: number): Block => ({ gap: points });
