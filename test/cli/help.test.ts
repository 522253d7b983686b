import { execFileSync } from 'node:child_process';
import { expect, test } from 'vitest';

const SHISAKU = 'cli/shisaku.js';
const help = (command: readonly string[], language: string): string =>
  execFileSync(process.execPath, [SHISAKU, ...command, '--help', '--lang', language], {
    encoding: 'utf8',
  });

/** The commands that a help lists below 「コマンド:」. */
const commandsIn = (text: string): string[] =>
  (text.split('コマンド:\n')[1] ?? '')
    .split('\n')
    .flatMap((line) => /^ {2}([a-z]+)/.exec(line)?.[1] ?? []);

const ENGLISH = /[A-Za-z]{3,} [a-z]{2,} [a-z]{2,}/;
/** Lines to be typed as they are. */
const TYPED = /^ +(npm run|shisaku|curl) |^使い方: |\[command\]/;

test('in Japanese the help of every command has examples and says no sentence in English', () => {
  const whole = help([], 'ja');
  const commands = commandsIn(whole).filter((name) => name !== 'help');
  expect(commands.length).toBeGreaterThan(15);
  const below = commands.flatMap((name) => {
    const text = help([name], 'ja');
    return [
      text,
      ...commandsIn(text)
        .filter((one) => one !== 'help')
        .map((one) => help([name, one], 'ja')),
    ];
  });
  const exampled = (name: string) =>
    new RegExp(`^例:\n  (npm run -s shisaku --|shisaku) ${name}`, 'm').test(help([name], 'ja'));
  const withoutExamples = commands.filter((name) => !exampled(name));
  expect(withoutExamples).toEqual([]);
  const english = [whole, ...below]
    .flatMap((text) => text.split('\n'))
    .filter((line) => ENGLISH.test(line) && !TYPED.test(line));
  expect(english).toEqual([]);
  expect(ENGLISH.test(help([], 'en'))).toBe(true);
});
