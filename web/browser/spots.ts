/** A place on the paper: page from 1, x0, y0, x1, y1 in points from the top left of the page as displayed. */
export interface Spot {
  readonly page: number;
  readonly box: readonly [number, number, number, number];
}

const SPOT = /^(\d+) (\S+) (\S+) (\S+) (\S+)$/;
const HASH = /^#p(\d+)(?:-(-?[\d.]+)-(-?[\d.]+)-(-?[\d.]+)-(-?[\d.]+))?$/;

const spotOf = ([, page, ...box]: readonly string[]): Spot => ({
  page: Number(page),
  box: box.map(Number) as unknown as Spot['box'],
});

/** All places of an element, in reading order. */
export function spotsOf({ dataset }: HTMLElement): Spot[] {
  const texts = [dataset['at'], ...(dataset['more']?.split(';') ?? [])];
  return texts.flatMap((text) => {
    const found = text === undefined ? null : SPOT.exec(text);
    return found ? [spotOf(found)] : [];
  });
}

/** What an address ends in that leads to a page, or to a place on it. */
export const spotHash = ({ page, box }: Spot): string => `#p${page}-${box.join('-')}`;

/** A page with or without a place, if that is what the address ends in. */
export function placeInHash(hash: string): { page: number; spot: Spot | undefined } | undefined {
  const found = HASH.exec(hash);
  if (!found) return undefined;
  const page = Number(found[1]);
  return { page, spot: found[2] === undefined ? undefined : spotOf(found) };
}

const area = ({ box: [x0, y0, x1, y1] }: Spot): number => (x1 - x0) * (y1 - y0);

/** Points around a box that still count as a click on it. */
const MARGIN = 2;

/** The element whose place is under a point of a page; the smallest where several are. */
export function elementAt(
  elements: Iterable<HTMLElement>,
  page: number,
  x: number,
  y: number,
): { element: HTMLElement; spot: Spot } | undefined {
  let best: { element: HTMLElement; spot: Spot } | undefined;
  for (const element of elements) {
    for (const spot of spotsOf(element)) {
      const [x0, y0, x1, y1] = spot.box;
      const inside =
        spot.page === page &&
        x >= x0 - MARGIN &&
        x <= x1 + MARGIN &&
        y >= y0 - MARGIN &&
        y <= y1 + MARGIN;
      if (inside && (!best || area(spot) < area(best.spot))) best = { element, spot };
    }
  }
  return best;
}

/** One box around all places of the first page that is among them. */
export function aroundAll(spots: readonly Spot[]): Spot | undefined {
  const [first] = spots;
  if (!first) return undefined;
  const boxes = spots.filter(({ page }) => page === first.page).map(({ box }) => box);
  const least = (n: 0 | 1) => Math.min(...boxes.map((box) => box[n]));
  const most = (n: 2 | 3) => Math.max(...boxes.map((box) => box[n]));
  return { page: first.page, box: [least(0), least(1), most(2), most(3)] };
}
