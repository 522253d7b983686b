import { MalformedFormat, readFormat } from '../../parsers/formats/compile.ts';
import type { Format } from '../../parsers/formats/format.ts';
import { BUILT_IN, type FormatFile, hashOf } from './format-files.ts';

/** The formats that can be read, and the files that cannot be used, each with what is wrong there. */
export type KnownFormats = {
  readonly formats: readonly Format[];
  readonly broken: readonly { readonly name: string; readonly message: string }[];
};

/** The formats that come with shisaku. */
export const FORMATS: readonly Format[] = BUILT_IN.map(({ yaml }) => readFormat(yaml));

const known = new Map<string, KnownFormats>();
/** Whoever changes the files again and again has as many sets of them. */
const MAX_KNOWN = 20;

/** The formats that come with shisaku and those of other files; of two with one name the file's is taken. */
export function knownFormats(files: readonly FormatFile[]): KnownFormats {
  if (files.length === 0) return { formats: FORMATS, broken: [] };
  const key = hashOf(files);
  const found = known.get(key) ?? compiled(files);
  if (known.size >= MAX_KNOWN) known.clear();
  known.set(key, found);
  return found;
}

function compiled(files: readonly FormatFile[]): KnownFormats {
  const formats = new Map(FORMATS.map((format) => [format.format, format]));
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
  return { formats: [...formats.values()], broken };
}
