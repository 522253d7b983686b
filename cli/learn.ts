import { resources } from '../lambdas/reader/resources.ts';
import { draftOf } from '../parsers/forms/learn/draft.ts';
import { yamlOf } from '../parsers/forms/learn/yaml.ts';
import { readLayout } from '../parsers/parse.ts';
import { InputError, readInput } from './input.ts';
import { phrase } from './messages/said.ts';

/** Prints the draft of a format file for the form on a PDF's first page. */
export async function learnFrom(file: string): Promise<void> {
  const { layouts } = await readLayout(await readInput(file), resources.assets);
  const draft = draftOf(layouts);
  if (!draft) {
    throw new InputError(
      'nothing-to-learn',
      phrase`${file} has no title line or names no fiscal year on its first page.`,
    );
  }
  process.stdout.write(yamlOf(draft));
}
