/** Every tolerance of the layout, in points (or as a share where it says so). */
export const TOLERANCES = {
  /** Rules this near to one another are one: the two lines of a double rule, a border drawn by both its cells. */
  snap: 3,
  /** A gap in a rule up to this long is bridged: dashes, corners that do not quite meet. */
  gap: 4,
  /** Specks in a row at least this long are a dotted rule. */
  dotted: 9,
  /** A rule ends at another one when it comes this near to it. */
  touch: 3,
  /** Share of a cell's side that must be ruled to count as a border. */
  ruled: 0.6,
  /** Rows and columns are at least this large: anything less is a double rule. */
  smallestCell: 3.5,
  /** Glyphs belong to one line when their middles differ by at most this share of the smaller one's size. */
  line: 0.45,
  /** A gap wider than this share of the font size parts two Latin words. */
  wordGap: 0.2,
  /** The same character drawn again within this share of its size is overprinted bold. */
  overprint: 0.25,
  /** Note marks and exponents have at most this share of the size of what they stand beside … */
  raisedSize: 0.86,
  /** … and a baseline that is higher by at least this share of that size. */
  raised: 0.2,
  /** Ruby has at most this share of the size of the word it stands over. */
  rubySize: 0.65,
} as const;
