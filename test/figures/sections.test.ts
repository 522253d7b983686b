import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { sectionsOf, withPrinted } from './sections.ts';

const DOCUMENT = `# Figures

Text.

## one

\`npm run one\`: shows one.

*Noted 2026-01-01:* first run 7.

*Printed 2026-01-02:*

\`\`\`text
8
\`\`\`

## two

\`npm run two -- --fast\`: shows two.
`;

test('a section has the command of its first line', () => {
  expect(sectionsOf(DOCUMENT)).toEqual([
    { name: 'one', command: 'npm run one' },
    { name: 'two', command: 'npm run two -- --fast' },
  ]);
});

test('what is printed takes the place of what was, and nothing else changes', () => {
  expect(withPrinted(DOCUMENT, 'one', '2026-02-03', '9\n10')).toBe(
    DOCUMENT.replace('2026-01-02', '2026-02-03').replace('\n8\n', '\n9\n10\n'),
  );
  const two = withPrinted(DOCUMENT, 'two', '2026-02-03', '5 $& held');
  expect(two).toBe(`${DOCUMENT}\n*Printed 2026-02-03:*\n\n\`\`\`text\n5 $& held\n\`\`\`\n`);
  expect(withPrinted(two, 'two', '2026-02-03', '5 $& held')).toBe(two);
});

test('every section of the figures has a command that is there, under a name of its own', () => {
  const sections = sectionsOf(readFileSync('docs/figures.md', 'utf8'));
  expect(sections.length).toBeGreaterThan(15);
  expect(new Set(sections.map(({ name }) => name)).size).toBe(sections.length);
  const { scripts } = JSON.parse(readFileSync('package.json', 'utf8'));
  for (const { command } of sections) {
    const script = /^npm (?:run (?:-s )?)?([\w:-]+)/.exec(command)?.[1];
    if (script !== undefined) expect(Object.keys(scripts), command).toContain(script);
  }
});
