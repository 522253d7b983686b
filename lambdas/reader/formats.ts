import { MalformedFormat, readFormat } from '../../parsers/formats/compile.ts';
import type { FormFormat } from '../../parsers/formats/form-format.ts';
import type { Format } from '../../parsers/formats/format.ts';
import { BUILT_IN, type FormatFile, hashOf } from './format-files.ts';

/** The formats that can be read, and the files that cannot be used, each with what is wrong there. */
export type KnownFormats = {
  readonly formats: readonly Format[];
  readonly forms: readonly FormFormat[];
  readonly broken: readonly { readonly name: string; readonly message: string }[];
};

const builtIn = BUILT_IN.map(({ yaml }) => readFormat(yaml));
const isForm = (format: Format | FormFormat): format is FormFormat => 'kind' in format;
const isSheet = (format: Format | FormFormat): format is Format => !isForm(format);

/** The formats that come with shisaku: those of headings and sections, and forms of labelled cells. */
export const FORMATS: readonly Format[] = builtIn.filter(isSheet);
export const FORMS: readonly FormFormat[] = builtIn.filter(isForm);

const known = new Map<string, KnownFormats>();
/** Whoever changes the files again and again has as many sets of them. */
const MAX_KNOWN = 20;

/** The formats that come with shisaku and those of other files; of two with one name the file's is taken. */
export function knownFormats(files: readonly FormatFile[]): KnownFormats {
  if (files.length === 0) return { formats: FORMATS, forms: FORMS, broken: [] };
  const key = hashOf(files);
  const found = known.get(key) ?? compiled(files);
  if (known.size >= MAX_KNOWN) known.clear();
  known.set(key, found);
  return found;
}

function compiled(files: readonly FormatFile[]): KnownFormats {
  const formats = new Map(builtIn.map((format) => [format.format, format]));
  const broken: { name: string; message: string }[] = [];
  for (const { name, yaml } of files) {
    try {
      const format = readFormat(yaml);
      formats.set(format.format, format);
    } catch (error) {
      if (!(error instanceof MalformedFormat)) throw error;
      broken.push({ name, message: error.message });
    }
  }
  const all = [...formats.values()];
  return { formats: all.filter(isSheet), forms: all.filter(isForm), broken };
}
