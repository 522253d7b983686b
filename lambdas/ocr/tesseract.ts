import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { OEM, PSM, Worker } from 'tesseract.js';
import type { GreyPicture } from '../../parsers/pdf/raster.ts';
import type { ReadSymbol } from '../../parsers/scan/engine.ts';

/** Networks that were trained apart (Apache-2.0, github.com/tesseract-ocr: tessdata_best as integers, and tessdata). */
const NETWORKS = {
  /** the one that reads each line of Japanese */
  japanese: ['jpn', '4.0.0_best_int'],
  /** knows more kanji, and takes digits for others in circles */
  kanji: ['jpn', '4.0.0'],
  /** digits where they stand alone */
  digits: ['eng', '4.0.0_best_int'],
} as const;

const folderOf = (language: string, network: string) => {
  const file = fileURLToPath(import.meta.resolve(`@tesseract.js-data/${language}/package.json`));
  return `${dirname(file)}/${network}`;
};

/** Tesseract's page segmentation modes for one line, with and without its own care for slant and noise. */
const MODES = { line: '7' as PSM, raw: '13' as PSM } as const;
/** The neural network alone. */
const LSTM_ONLY: OEM = 1;

/** One thread that reads lines; nothing is fetched and nothing kept on disk. */
export class LineReader {
  readonly #worker: Worker;
  #mode: keyof typeof MODES = 'line';

  private constructor(worker: Worker) {
    this.#worker = worker;
  }

  static async start(name: keyof typeof NETWORKS): Promise<LineReader> {
    const [language, network] = NETWORKS[name];
    // Loaded here: functions that read no pictures are bundled without it.
    const { createWorker } = await import('tesseract.js');
    const worker = await createWorker(language, LSTM_ONLY, {
      langPath: folderOf(language, network),
      cacheMethod: 'none',
      gzip: true,
    });
    await worker.setParameters({ tessedit_pageseg_mode: MODES.line, user_defined_dpi: '200' });
    return new LineReader(worker);
  }

  async read(picture: GreyPicture, manner: keyof typeof MODES): Promise<ReadSymbol[]> {
    if (manner !== this.#mode) {
      await this.#worker.setParameters({ tessedit_pageseg_mode: MODES[manner] });
      this.#mode = manner;
    }
    const { data } = await this.#worker.recognize(portableGrey(picture), {}, { blocks: true });
    return (data.blocks ?? [])
      .flatMap((block) => block.paragraphs)
      .flatMap((paragraph) => paragraph.lines)
      .flatMap((line) => line.words)
      .flatMap((word) => word.symbols)
      .map(({ text, confidence, bbox }) => ({ text, confidence, x0: bbox.x0, x1: bbox.x1 }));
  }

  async stop(): Promise<void> {
    await this.#worker.terminate();
  }
}

/** Netpbm's grey pictures (PGM): a head and the pixels as they are. */
function portableGrey({ width, height, grey }: GreyPicture): Buffer {
  return Buffer.concat([Buffer.from(`P5\n${width} ${height}\n255\n`), grey]);
}
