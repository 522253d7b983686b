import { Option } from 'commander';

/** `--no-ocr` is the same as `SHISAKU_OCR=off` in the environment, where the bounds of a reading are set. */
export const ocrOption = (): Option =>
  new Option('--no-ocr', 'do not read pages that are pictures: they are refused as no-text');

export function setOcr({ ocr }: { readonly ocr: boolean }): void {
  if (!ocr) process.env['SHISAKU_OCR'] = 'off';
}
