import { z } from 'zod';

/** x0, y0, x1, y1 in PDF points from the top left of the page as displayed (after /Rotate); y grows downwards. */
export const Box = z
  .tuple([z.number(), z.number(), z.number(), z.number()])
  .meta({ description: 'x0, y0, x1, y1 in PDF points from the top left of the page as displayed' });
export type Box = z.infer<typeof Box>;

/** The smallest box around others. */
export const boxAround = (boxes: readonly Box[]): Box => [
  Math.min(...boxes.map(([x0]) => x0)),
  Math.min(...boxes.map(([, y0]) => y0)),
  Math.max(...boxes.map(([, , x1]) => x1)),
  Math.max(...boxes.map(([, , , y1]) => y1)),
];

/** Where on paper a text stands: the 1-based page of the document and the box around its ink. */
export const Place = z.object({
  page: z.int().min(1).meta({ description: 'of the document, from 1' }),
  box: Box,
});
export type Place = z.infer<typeof Place>;

/** One place per page that a text touches, in reading order. */
export const Places = z.array(Place);
export type Places = z.infer<typeof Places>;
