/** A part of docs/figures.md that has a command: what it is called, and what prints its figures. */
export interface Section {
  readonly name: string;
  readonly command: string;
}

const HEADING = /^## (.+)$/m;
const COMMAND = /^`([^`]+)`/m;
const PRINTED = /\n+\*Printed [\s\S]*$/;

const parts = (document: string): string[] => document.split(/^(?=## )/m);

/** The sections of the document that have a command. */
export const sectionsOf = (document: string): Section[] =>
  parts(document).flatMap((part) => {
    const [name, command] = [HEADING.exec(part)?.[1], COMMAND.exec(part)?.[1]];
    return name !== undefined && command !== undefined ? [{ name, command }] : [];
  });

/** The document with what a section's command printed on a day, in place of what it printed before. */
export const withPrinted = (document: string, name: string, day: string, output: string): string =>
  parts(document)
    .map((part) => {
      if (HEADING.exec(part)?.[1] !== name) return part;
      const kept = part.replace(PRINTED, '').trimEnd();
      return `${kept}\n\n*Printed ${day}:*\n\n\`\`\`text\n${output}\n\`\`\`\n\n`;
    })
    .join('')
    .replace(/\n+$/, '\n');
