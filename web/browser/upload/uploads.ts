import { filesDropped } from './dropped.ts';
import { type KeptFile, openShelf, type Shelf } from './kept.ts';
import { makeLine, type UploadLine, type Words } from './line.ts';
import { Refused, send, uploadOutcomeOf } from './send.ts';

/** So many files are sent at a time. */
const MAX_AT_ONCE = 3;
const MAX_NAME = 200;

/** Makes a place that takes files, sends them and tells what became of each; what an earlier tab left goes on. */
export async function startUploads(place: HTMLElement): Promise<void> {
  const words: Words = JSON.parse(place.dataset['words'] ?? '{}');
  const zone = part(place, '.zone');
  const sent = part(place, '.sent');
  const list = part(sent, 'ul');
  const shelf = await openShelf();
  const waiting: (() => Promise<void>)[] = [];
  let running = 0;

  const pump = (): void => {
    while (running < MAX_AT_ONCE) {
      const next = waiting.shift();
      if (!next) return;
      running++;
      void next().finally(() => {
        running--;
        pump();
      });
    }
  };

  const show = (kept: KeptFile): UploadLine => {
    const line = makeLine(kept.name, words);
    line.element.dataset['id'] = kept.id;
    list.prepend(line.element);
    sent.hidden = false;
    return line;
  };

  const goOn = (kept: KeptFile, line = show(kept)): void => {
    if (kept.outcome) line.outcome(kept.outcome);
    else if (kept.key !== null) void follow(kept, kept.key, line);
    else {
      line.say('waiting');
      waiting.push(() => alone(kept.id, () => transfer(kept, line)));
      pump();
    }
  };

  const transfer = async (kept: KeptFile, line: UploadLine): Promise<void> => {
    const { file } = kept;
    if (!file) return;
    try {
      const key = await send({ name: kept.name, file }, (progress) => {
        line.progress(progress);
        line.say('sending', { percent: Math.round(progress * 100) });
      });
      const gone = { ...kept, file: null, key };
      await shelf.put(gone);
      void follow(gone, key, line);
    } catch (error) {
      if (error instanceof Refused) {
        await shelf.remove(kept.id);
        if (error.isTooLarge) line.say('tooLarge');
        else line.say('refused', { why: error.message });
        line.element.dataset['outcome'] = 'refused';
      } else {
        line.say('again');
        line.offerRetry(() => goOn(kept, line));
      }
    } finally {
      line.progress(null);
    }
  };

  const follow = async (kept: KeptFile, key: string, line: UploadLine): Promise<void> => {
    line.say('sent');
    const outcome = await uploadOutcomeOf(key, () => line.say('reading'));
    await shelf.put({ ...kept, outcome });
    line.outcome(outcome);
  };

  const take = async (files: readonly File[]): Promise<void> => {
    for (const file of files) {
      const name = file.name.normalize('NFC');
      const kept: KeptFile = {
        ...{ id: crypto.randomUUID(), name: shortened(name), file },
        ...{ key: null, outcome: null, addedAt: Date.now() },
      };
      const line = show(kept);
      const fault = /\.pdf$/i.test(name) ? (file.size === 0 ? 'empty' : null) : 'notPdf';
      if (fault) {
        line.say(fault);
        line.element.dataset['outcome'] = fault;
        continue;
      }
      await shelf.put(kept);
      goOn(kept, line);
    }
  };

  watchDrops(zone, take);
  for (const input of zone.querySelectorAll('input')) {
    input.addEventListener('change', () => {
      void take([...(input.files ?? [])]).then(() => {
        input.value = '';
      });
    });
  }
  part(sent, '[data-clear]').addEventListener('click', () => void clear(list, shelf));
  if (!shelf.lasts) warnBeforeLeaving(() => running > 0 || waiting.length > 0);
  zone.hidden = false;
  const left = await shelf.all();
  for (const kept of left.toSorted((a, b) => a.addedAt - b.addedAt)) goOn(kept);
}

/** Only one tab sends a file; where the browser has no locks there is one tab, mostly. */
const alone = (id: string, work: () => Promise<void>): Promise<void> =>
  'locks' in navigator
    ? navigator.locks.request(`upload ${id}`, { ifAvailable: true }, async (lock) => {
        if (lock) await work();
      })
    : work();

const shortened = (name: string): string =>
  name.length <= MAX_NAME ? name : `${name.slice(0, MAX_NAME - 4)}.pdf`;

function watchDrops(zone: HTMLElement, take: (files: readonly File[]) => Promise<void>): void {
  const over = (is: boolean) => zone.classList.toggle('over', is);
  // A file that misses the zone would else replace the page.
  for (const type of ['dragover', 'drop']) {
    window.addEventListener(type, (event) => event.preventDefault());
  }
  window.addEventListener('dragover', () => over(true));
  window.addEventListener('dragleave', (event) => over(event.relatedTarget !== null));
  window.addEventListener('drop', ({ dataTransfer }) => {
    over(false);
    if (dataTransfer) void filesDropped(dataTransfer).then(take);
  });
}

async function clear(list: HTMLElement, shelf: Shelf): Promise<void> {
  for (const element of list.querySelectorAll<HTMLElement>('[data-outcome]')) {
    await shelf.remove(element.dataset['id'] ?? '');
    element.remove();
  }
}

function warnBeforeLeaving(isBusy: () => boolean): void {
  window.addEventListener('beforeunload', (event) => {
    if (isBusy()) event.preventDefault();
  });
}

function part(within: ParentNode, selector: string): HTMLElement {
  const found = within.querySelector<HTMLElement>(selector);
  if (!found) throw new Error(`the page has no ${selector}`);
  return found;
}
