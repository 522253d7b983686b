import { Option } from 'commander';

export const DEFAULT_API = 'http://127.0.0.1:8787';
export const DEFAULT_DATA = '.shisaku';

/** Which stack of this machine a command works on. */
export interface StackChoice {
  readonly api?: string | undefined;
  readonly data?: string | undefined;
}

export const apiOption = () =>
  new Option('--api <url>', `the stack to use (default: the one at ${DEFAULT_API}, if one runs)`);

export const dataOption = () =>
  new Option(
    '--data <dir>',
    `use a stack of its own, on this folder (default: ${DEFAULT_DATA}, where none runs)`,
  ).conflicts('api');
