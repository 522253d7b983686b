import { asLiteral, pattern } from '../../formats/template.ts';
import { comparable } from '../../japanese/characters.ts';
import { yearsIn } from '../../japanese/years.ts';
import type { Chunk } from '../lines.ts';
import type { Title } from '../title.ts';

/** A title line as a form's file describes it: its template, the kind of sheet, and how far its year is from the evaluated one. */
export type TitleLine = {
  readonly line: string;
  readonly program: string;
  readonly yearOffset: number;
};

/** A year without an era is taken to be near this one. */
const ANY_YEAR = 2015;
/** How a year looks that a template may name. */
const NAMED_YEAR = /(?:年度|年末)(?:\([^()]*\))?$/;

/** @param title null where the line is like no title that is known */
export function titleLine(chunk: Chunk, title: Title | null, fiscalYear: number): TitleLine {
  const text = comparable(chunk.text.text);
  const years = yearsIn(text, ANY_YEAR).filter(({ start, end }) =>
    NAMED_YEAR.test(text.slice(start, end)),
  );
  const own = years.find((year) => year.fiscalYear === fiscalYear) ?? years[0];
  const program = programIn(chunk, title, years);
  const parts = text.split(program);
  const [before = '', after = ''] = [parts[0], parts.slice(1).join(program)];
  const templates = [before, after].map((part, i) => {
    const from = i === 0 ? 0 : text.length - part.length;
    return templateOf(part, from, years, own);
  });
  const exact = `${templates[0]}{program}${templates[1]}`;
  const line = matches(exact, program, text) ? exact : '{*}{program}{*}';
  return { line, program, yearOffset: own && line === exact ? fiscalYear - own.fiscalYear : 0 };
}

type Years = ReturnType<typeof yearsIn>;

/** The kind of sheet as the line has it in one piece, with what stands in brackets within it. */
function programIn({ text }: Chunk, title: Title | null, years: Years): string {
  const own = title?.name.sources.filter((glyph) => glyph !== null) ?? [];
  if (own.length > 0) {
    const from = text.sources.indexOf(own[0] as (typeof own)[0]);
    const to = text.sources.lastIndexOf(own.at(-1) as (typeof own)[0]);
    return comparable(text.text.slice(from, to + 1));
  }
  const folded = comparable(text.text);
  const bare = [...folded].map((c, i) =>
    years.some(({ start, end }) => i >= start && i < end) ? '\0' : c,
  );
  const pieces = bare.join('').split(/[\0()[\]【】]+/);
  return pieces.reduce((a, b) => (b.length > a.length ? b : a), '') || folded;
}

/** Years by name, other numbers as anything, all else word for word. */
function templateOf(part: string, from: number, years: Years, own: Years[number] | undefined) {
  let template = '';
  for (let i = 0; i < part.length; ) {
    const year = years.find(({ start }) => start === from + i);
    if (year) {
      template += year === own ? '{year}' : '{otherYear}';
      i += year.end - year.start;
      continue;
    }
    const number = /^[A-Za-z]?\d+(?:-\d+)*/.exec(part.slice(i))?.[0];
    template += number ? '{*}' : asLiteral(part.charAt(i));
    i += number?.length ?? 1;
  }
  return template;
}

function matches(template: string, program: string, text: string): boolean {
  try {
    const said = asLiteral(program);
    return pattern(template.replace('{program}', `{program:${said}}`)).test(text);
  } catch {
    return false;
  }
}
