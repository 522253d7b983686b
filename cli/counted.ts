import { LANGUAGE } from './language.ts';
import { said } from './messages/said.ts';

/** `1 file`, `2 files`, `2 ファイル` */
export const counted = (number: number, noun: string): string =>
  `${number} ${said(noun)}${number === 1 || LANGUAGE === 'ja' ? '' : 's'}`;
