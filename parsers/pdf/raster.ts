/** A grey picture, row by row: 0 is black, 255 white. */
export type Picture = {
  readonly width: number;
  readonly height: number;
  readonly grey: Uint8Array;
};
