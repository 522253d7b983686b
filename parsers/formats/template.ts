import { comparable } from '../japanese/characters.ts';
import { FISCAL_YEAR } from '../japanese/eras.ts';

/** A template that cannot be read; the message says where. */
export class MalformedTemplate extends Error {
  override readonly name = 'MalformedTemplate';
}

/** How a template is laid against a text: as the whole of it, as its end, or anywhere in it. */
export type Fit = 'whole' | 'end' | 'within';

/** What a name in braces stands for where the template does not say it, as `{name:a|b}` does. */
const NAMED: Readonly<Record<string, string>> = {
  year: FISCAL_YEAR,
  otherYear: FISCAL_YEAR,
  bureau: '[^()]{0,40}?(?:部|局|課|庁|会|センター|本部)',
  grade: '[A-D]',
};
/** A number as it stands in titles and names, with what it wears: 第3号, No.3, (3), -3, 3:, 3．. */
const NUMBER =
  '(?:No\\.?|第|その)?[-.:(\\[【〔<]?(?:No\\.?|第)?(?<number>\\d+(?:[-ー]\\d+)*(?!\\d))(?:号)?[)\\]】〕>]?(?:[-.:/](?!\\d))?';
/** No heading, header line or cell that is matched as a whole is longer. */
const OPEN = '.{1,120}?';
const ANYTHING = '.{0,120}?';
const MAX_LENGTH = 300;
/** Each of these tries every length that the text leaves it: more of them take time with a power of the text's length. */
const MAX_OPEN = 2;

/**
 * The pattern of a template, for text after `comparable` (NFKC, one dash, no white space). In a template
 * `{year}` `{number}` `{title}` … name what is read, `{name:a|b}` also says how it looks, `{*}` is anything, `[…]` may
 * be missing and `(a|b)` is one of several. Brackets of the text are written in full width: （）［］｛｝｜＊.
 * The pattern takes time in proportion to a power of a bounded length: it repeats nothing that repeats.
 * @throws MalformedTemplate
 */
export function pattern(template: string, fit: Fit = 'whole'): RegExp {
  if (template.length > MAX_LENGTH) {
    throw new MalformedTemplate(`longer than ${MAX_LENGTH} characters`);
  }
  const source = new Reader(template).whole();
  try {
    return new RegExp(`${fit === 'whole' ? '^' : ''}(?:${source})${fit === 'within' ? '' : '$'}`);
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    throw new MalformedTemplate(`a name stands twice in «${template}»`);
  }
}

/** The pattern of several templates, one of which must match. @throws MalformedTemplate */
export const oneOf = (templates: readonly string[], fit: Fit = 'whole'): RegExp =>
  new RegExp(templates.map((template) => pattern(template, fit).source).join('|'));

/** A text as a template says it: brackets in full width, since those in half width are the template's own. */
export const asLiteral = (text: string): string =>
  text.replace(/[()[\]{}|*]/g, (c) => String.fromCharCode(c.charCodeAt(0) + 0xfee0));

/** The words of a template without what is read and what may be missing; of several, the first. */
export function wordsOf(template: string): string {
  return comparable(
    template
      .replace(/\{[^}]*\}/g, '')
      .replace(/\[[^\]]*\]/g, '')
      .replace(/\(([^|)]*)[^)]*\)/g, '$1'),
  );
}

const META = new Set('[](){}|');

class Reader {
  readonly #characters: readonly string[];
  #at = 0;
  #open = 0;

  constructor(template: string) {
    this.#characters = [...template];
  }

  whole(): string {
    const source = this.#alternatives('');
    if (this.#at < this.#characters.length) this.#fail(`unexpected ${this.#next()}`);
    if (this.#open > MAX_OPEN) this.#fail(`more than ${MAX_OPEN} open places`);
    return source;
  }

  #alternatives(end: string): string {
    const all = [this.#sequence(end)];
    while (this.#next() === '|') {
      this.#at++;
      all.push(this.#sequence(end));
    }
    return all.join('|');
  }

  #sequence(end: string): string {
    let source = '';
    for (let c = this.#next(); c !== undefined && c !== end && c !== '|'; c = this.#next()) {
      if ('])}'.includes(c)) this.#fail(`unexpected ${c}`);
      if (!META.has(c)) {
        source += this.#literal();
        continue;
      }
      this.#at++;
      if (c === '[') source += `(?:${this.#until(']')})?`;
      else if (c === '(') source += `(?:${this.#until(')')})`;
      else source += this.#named();
    }
    return source;
  }

  /** Folded as a whole: characters that combine are one. */
  #literal(): string {
    let run = '';
    for (let c = this.#next(); c !== undefined && !META.has(c); c = this.#next()) {
      run += c;
      this.#at++;
    }
    return literally(comparable(run));
  }

  #named(): string {
    if (this.#next() === '*') {
      this.#at++;
      this.#open++;
      if (this.#next() !== '}') this.#fail('} is missing');
      this.#at++;
      return ANYTHING;
    }
    let name = '';
    while (/[a-zA-Z]/.test(this.#next() ?? '')) name += this.#characters[this.#at++];
    if (name === '') this.#fail('a name is missing');
    if (this.#next() === ':') {
      this.#at++;
      return `(?<${name}>${this.#until('}')})`;
    }
    if (this.#next() !== '}') this.#fail('} is missing');
    this.#at++;
    if (name === 'number') return NUMBER;
    const said = NAMED[name];
    if (said === undefined) this.#open++;
    return `(?<${name}>${said ?? OPEN})`;
  }

  #until(end: string): string {
    const source = this.#alternatives(end);
    if (this.#next() !== end) this.#fail(`${end} is missing`);
    this.#at++;
    return source;
  }

  #next(): string | undefined {
    return this.#characters[this.#at];
  }

  #fail(what: string): never {
    throw new MalformedTemplate(
      `${what} at character ${this.#at + 1} of «${this.#characters.join('')}»`,
    );
  }
}

const literally = (text: string): string => text.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');
