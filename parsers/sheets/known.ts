import type { FormFormat } from '../formats/form-format.ts';
import type { Format } from '../formats/format.ts';
import type { ItemLanguage } from './language.ts';

/** What is known of sheets: formats of headings and sections, forms of labelled cells, and a dictionary once there are items. */
export type Known = {
  readonly formats: readonly Format[];
  readonly forms: readonly FormFormat[];
  readonly language: () => Promise<ItemLanguage>;
};
