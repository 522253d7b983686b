import type { Format } from '../formats/format.ts';
import { comparable } from '../japanese/characters.ts';
import { FISCAL_YEAR, fiscalYear } from '../japanese/eras.ts';
import { type Found, find, fold } from '../japanese/folded.ts';
import type { Line } from '../layout/lines.ts';
import { EMPTY, join, type PlacedText, slice, trim } from '../layout/text.ts';
import { isPublisherName, onePublisher } from '../publishers/printed.ts';
import { headerOfficeIn, isDepartmentLabel, withoutMinor } from './department.ts';
import type { Header } from './header.ts';
import { firstCut } from './header-parts.ts';
import { inParentheses, isLabelled, numberBehind, partNumberBefore } from './header-texts.ts';
import { goingOn, mayBeSecond, SECOND, titlesIn } from './second-title.ts';
import { withoutVersions } from './versions.ts';
import { withoutMark } from './wording.ts';

/** Where a part stands: in the line that opens the sheet, beside another part of its line. */
type Where = { readonly opening: boolean; readonly beside: boolean };

const YEAR = new RegExp(`(?<year>${FISCAL_YEAR})`);
const NUMBER = /^(?:No\.?|第|[^\d:]{0,8}番号:?)?(?<number>\d+(?:-\d+)*)号?$/;
/** A programme that the format does not list, its number and the title. */
const PROGRAM = /^(?<program>[^\d~-][^\d]{1,30}?)(?:(?<number>\d+(?:-\d+)*)(?<title>.*))?$/;

/** What the lines of a header say, gathered part by part. */
export class HeaderDraft {
  readonly #format: Format;
  readonly #said: Record<string, PlacedText[]> = {};
  readonly #inferred: { text: PlacedText; what: string }[] = [];
  readonly #rest: PlacedText[] = [];
  readonly #publishers: string[] = [];
  #label = false;

  constructor(format: Format) {
    this.#format = format;
  }

  has(name: string): boolean {
    return this.#said[name] !== undefined;
  }

  take(part: PlacedText, where: Where): void {
    if (isPublisherName(part.text)) {
      this.publisher(part.text);
    } else if (this.#label) {
      this.#label = false;
      this.say('department', part);
    } else if (isDepartmentLabel(part.text)) {
      this.#label = true;
    } else {
      const rest = this.#department(part);
      if (rest.text.trim() !== '') this.#title(rest, where);
    }
  }

  /** Takes the name of a publisher, as printed. */
  publisher(name: string): void {
    this.#publishers.push(name);
  }

  /** Takes a part that stands before what opens the sheet. */
  pass(part: PlacedText): void {
    this.#rest.push(part);
  }

  say(name: string, text: PlacedText): void {
    if (text.text.trim() === '') return;
    this.#said[name] ??= [];
    this.#said[name].push(text);
  }

  /** Takes the department out of a part; what else it says. */
  #department(part: PlacedText): PlacedText {
    const end = find(part.text, this.#format.header.closing);
    if (end) {
      this.#sayAll(part, end);
      const said = this.#said['department']?.at(-1);
      const { main, minor } = withoutMinor(said ?? EMPTY);
      if (minor) this.#said['department']?.splice(-1, 1, main);
      if (minor) this.#rest.push(minor);
      return slice(part, 0, end.all[0]);
    }
    const { name, guessed, before, rest } = headerOfficeIn(part, {
      needed: !this.has('department'),
      alone: this.has('title'),
    });
    if (name) this.say('department', name);
    if (name && guessed) {
      this.#inferred.push({ text: name, what: 'the department, though nothing says so' });
    }
    this.#rest.push(...rest);
    return before;
  }

  #title(said: PlacedText, { opening, beside }: Where): void {
    const { lines } = this.#format.header;
    const { rest, marks } = withoutVersions(said, { bare: opening });
    this.#rest.push(...marks);
    const part = opening ? withoutMark(rest) : rest;
    if (part.text === '') return;
    const found = lines.map((p) => find(part.text, p)).find((f) => f !== null);
    const number = find(part.text, NUMBER)?.groups['number'];
    if (found) {
      this.#sayAll(part, this.#withNumberBehind(part, found));
    } else if (opening) {
      const year = find(part.text, YEAR)?.groups['year'];
      if (year) this.say('year', slice(part, ...year));
    } else if (number && this.has('program') && !this.has('number')) {
      this.say('number', slice(part, ...number));
    } else if (this.#isStub(part)) {
      this.#rest.push(part);
    } else if (beside && this.#isSecond(part)) {
      this.say('subtitle', part);
      this.#inferred.push({ text: part, what: SECOND });
    } else if (beside && (this.has('title') || !this.has('program') || isLabelled(part))) {
      this.#rest.push(part);
    } else if (this.#endsSubtitle(part)) {
      this.say('subtitle', part);
    } else if (this.has('title') && !this.has('subtitle') && inParentheses(part)) {
      this.say('subtitle', inParentheses(part) ?? part);
    } else if (!this.has('program')) {
      this.#unlisted(part);
    } else {
      if (!beside) this.#tellSecondTitle(part);
      this.say('title', part);
    }
  }

  #isSecond(part: PlacedText): boolean {
    const isOpen = this.#hasSubtitles && this.has('title') && !this.has('subtitle');
    return isOpen && mayBeSecond(part);
  }

  #tellSecondTitle(text: PlacedText): void {
    const before = this.#said['title']?.[0];
    const said = partNumberBefore(before)?.title ?? before;
    const told = said && goingOn(said, text);
    if (told) this.#inferred.push(told);
  }

  #withNumberBehind(part: PlacedText, found: Found): Found {
    const behind = numberBehind(part, found);
    if (!behind) return found;
    this.#rest.push(behind.words);
    this.#inferred.push({ text: behind.number, what: 'the number of the programme' });
    return behind.found;
  }

  /** Whether a part closes what the line before it opened: ～里山と / 暮らすプロジェクト～. */
  #endsSubtitle(part: PlacedText): boolean {
    const { subtitle } = this.#said;
    return subtitle !== undefined && /^[^~]+~$/.test(fold(part.text).text);
  }

  /** Whether a part names what stands below the sheet's own number: 214-1 図書のつながり. */
  #isStub(part: PlacedText): boolean {
    const number = this.#said['number']?.[0]?.text;
    return number !== undefined && comparable(part.text).startsWith(`${comparable(number)}-`);
  }

  /** A programme that the format does not list. */
  #unlisted(part: PlacedText): void {
    const found = find(part.text, PROGRAM);
    if (!found) {
      this.say('title', part);
      return;
    }
    this.#sayAll(part, found);
    this.#inferred.push({
      text: part,
      what: 'a programme that is not listed, its number and title',
    });
  }

  #sayAll(text: PlacedText, { groups }: Found): void {
    const number = groups['number'];
    const cut = number && firstCut(text, ...number);
    for (const [name, range] of Object.entries(groups)) {
      if (!range || (cut && name === 'title')) continue;
      this.say(name, trim(slice(text, range[0], cut && name === 'number' ? cut : range[1])));
    }
    if (cut) this.say('title', trim(slice(text, cut, groups['title']?.[1])));
  }

  /** Takes off the title which of several sheets with its number this is. */
  #partNumber(): string {
    const part = this.has('number') ? partNumberBefore(this.#said['title']?.[0]) : null;
    if (!part) return '';
    this.#said['title']?.splice(0, 1, part.title);
    this.#inferred.push({ text: part.text, what: 'the second part of the number' });
    return `-${part.number}`;
  }

  get #hasSubtitles(): boolean {
    return this.#format.header.lines.some(({ source }) => source.includes('<subtitle>'));
  }

  /** Parts a second title on the title's line from it. */
  #secondTitle(): void {
    const said = this.#said['title'] ?? [];
    const found = this.has('subtitle') ? null : titlesIn(join(said), this.#hasSubtitles);
    const isTold = this.#inferred.some(({ text }) => said.includes(text));
    if (!found || (isTold && !found.second)) return;
    this.#said['title'] = [found.title];
    if (found.second) this.say('subtitle', found.second);
    this.#inferred.push(found.inferred);
  }

  /** The header, once all is taken; null when it names no programme, or two: a running title stands over the sheet's own. */
  header(lines: readonly Line[], stamps: readonly Line[]): Header | null {
    const said = this.#said;
    const text = (name: string, between = ''): string | null =>
      (between === '' && said[name]
        ? join(said[name]).text
        : said[name]?.map((t) => t.text).join(between)
      )?.trim() ?? null;
    const name = text('program');
    if (!name || said['program']?.length !== 1) return null;
    const known = this.#format.programs.find((p) => comparable(p.name) === comparable(name));
    const year = said['year']?.[0]?.text ?? null;
    const number = text('number');
    const which = this.#partNumber();
    this.#secondTitle();
    return {
      lines,
      fiscalYear: year === null ? null : fiscalYear(comparable(year), null),
      program: known ?? { slug: null, name },
      number: number === null ? null : comparable(`${number}${which}`).replaceAll('ー', '-'),
      // A program without numbers has no title of its own.
      title: text('title') ?? known?.name ?? name,
      subtitle: text('subtitle')?.replace(/[~～〜]$/, '') ?? null,
      department: text('department', '、'),
      publisherName: onePublisher(this.#publishers),
      inferred: this.#inferred,
      rest: this.#rest,
      stamps,
    };
  }
}
