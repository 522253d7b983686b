/** A grey picture, row by row: 0 is black, 255 white. */
export type GreyPicture = {
  readonly width: number;
  readonly height: number;
  readonly grey: Uint8Array;
};
