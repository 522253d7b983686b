import { fileURLToPath } from 'node:url';
import { dates } from '../../parsers/japanese/dates.ts';
import { facts } from '../../parsers/japanese/facts.ts';
import { keywords } from '../../parsers/japanese/keywords.ts';
import type { Resources } from '../../parsers/parse.ts';
import { loadTokenize } from '../dictionary.ts';
import { FORMATS, FORMS } from './formats.ts';

const folder = (name: string) =>
  fileURLToPath(new URL(`${name}/`, import.meta.resolve('pdfjs-dist/package.json')));

/** pdf.js's data and kuromoji's dictionary, from where npm installed them, and the formats that come with shisaku. */
export const resources: Resources = {
  assets: {
    cMapUrl: folder('cmaps'),
    standardFontDataUrl: folder('standard_fonts'),
    wasmUrl: folder('wasm'),
    iccUrl: folder('iccs'),
  },
  formats: FORMATS,
  forms: FORMS,
  language: async () => {
    const tokenize = await loadTokenize();
    return {
      read: (text, context) => {
        const tokens = tokenize(text);
        return {
          facts: facts(text, tokens),
          dates: dates(text, context),
          keywords: keywords(text, tokens),
        };
      },
      isWord: (text) => {
        const [first, ...rest] = tokenize(text);
        return text.length > 1 && rest.length === 0 && first?.known === true;
      },
    };
  },
};
