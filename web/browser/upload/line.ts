import type { UploadOutcome } from './kept.ts';

export type Words = Readonly<Record<string, string>>;

/** One file of the list, and what is told of it. */
export interface UploadLine {
  readonly element: HTMLLIElement;
  say(word: string, given?: Readonly<Record<string, string | number>>): void;
  progress(part: number | null): void;
  outcome(outcome: UploadOutcome): void;
  /** offers to try again, once */
  offerRetry(again: () => void): void;
}

export function makeLine(name: string, words: Words): UploadLine {
  const element = document.createElement('li');
  const title = Object.assign(document.createElement('b'), {
    className: 'file',
    textContent: name,
  });
  const bar = Object.assign(document.createElement('progress'), {
    max: 1,
    hidden: true,
    ariaLabel: name,
  });
  const said = Object.assign(document.createElement('span'), { className: 'status' });
  element.append(title, ' ', said, ' ', bar);

  const say: UploadLine['say'] = (word, given = {}) => {
    said.textContent = (words[word] ?? word).replaceAll(/\{(\w+)\}/g, (_, key: string) =>
      String(given[key] ?? ''),
    );
  };
  return {
    element,
    say,
    progress(part) {
      bar.hidden = part === null;
      if (part !== null) bar.value = part;
    },
    outcome({ code, message, sheetIds }) {
      element.dataset['outcome'] = code ?? 'read';
      if (code !== null) {
        said.textContent = words[code] ?? message;
        said.classList.add('failed');
        return;
      }
      say('read');
      for (const id of sheetIds) {
        const link = Object.assign(document.createElement('a'), {
          href: `/sheets/${encodeURIComponent(id)}`,
          textContent: id,
        });
        element.append(' ', link);
      }
    },
    offerRetry(again) {
      const button = Object.assign(document.createElement('button'), {
        type: 'button',
        textContent: words['retry'] ?? '',
      });
      button.addEventListener('click', () => {
        button.remove();
        again();
      });
      element.append(' ', button);
    },
  };
}
