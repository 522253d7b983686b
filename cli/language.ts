/** The languages that help, tables and refusals come in. */
export type Language = 'ja' | 'en';

/** What `--lang` says, else the environment's language: Japanese where that is Japanese. */
export function languageOf(
  args: readonly string[],
  { LC_ALL, LC_MESSAGES, LANG }: Readonly<Record<string, string | undefined>>,
): Language {
  const at = args.findLastIndex((one) => one === '--lang' || one.startsWith('--lang='));
  const said = at < 0 ? undefined : (args[at]?.split('=')[1] ?? args[at + 1]);
  if (said === 'ja' || said === 'en') return said;
  return (LC_ALL || LC_MESSAGES || LANG || '').startsWith('ja') ? 'ja' : 'en';
}

export const LANGUAGE = languageOf(process.argv.slice(2), process.env);
