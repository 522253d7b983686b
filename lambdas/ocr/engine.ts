import type { OcrEngine } from '../../parsers/scan/engine.ts';
import type { FigureReader } from './recogniser.ts';
import type { LineReader } from './tesseract.ts';

/**
 * An engine of so many threads, none of which begins before there is something to read.
 * @param page is told of each page that is begun
 */
export function ocrEngine(
  lanes: number,
  page: () => void = () => {},
): OcrEngine & { readonly stop: () => Promise<void> } {
  const idle: LineReader[] = [];
  const waiting: ((reader: LineReader) => void)[] = [];
  let started = 0;
  let figures: Promise<FigureReader> | undefined;
  let digits: Promise<LineReader> | undefined;
  let kanji: Promise<LineReader> | undefined;

  const take = async (): Promise<LineReader> => {
    const free = idle.pop();
    if (free) return free;
    if (started < lanes) {
      started++;
      return (await import('./tesseract.ts')).LineReader.start('japanese');
    }
    return new Promise((resolve) => waiting.push(resolve));
  };
  const give = (reader: LineReader) => {
    const next = waiting.shift();
    if (next) next(reader);
    else idle.push(reader);
  };

  return {
    lanes,
    page,
    line: async (picture, manner) => {
      const reader = await take();
      try {
        return await reader.read(picture, manner);
      } finally {
        give(reader);
      }
    },
    figure: async (picture) => {
      figures ??= import('./recogniser.ts').then(({ FigureReader }) => FigureReader.start());
      return (await figures).read(picture);
    },
    digits: async (picture) => {
      digits ??= import('./tesseract.ts').then(({ LineReader }) => LineReader.start('digits'));
      return (await digits).read(picture, 'line');
    },
    kanji: async (picture) => {
      kanji ??= import('./tesseract.ts').then(({ LineReader }) => LineReader.start('kanji'));
      return (await kanji).read(picture, 'line');
    },
    stop: async () => {
      await (await digits)?.stop();
      await (await kanji)?.stop();
      await Promise.all(idle.splice(0).map((reader) => reader.stop()));
    },
  };
}
