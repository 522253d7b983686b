import { Option } from 'commander';
import { said } from './messages/said.ts';

export const DEFAULT_API = 'http://127.0.0.1:8787';
export const DEFAULT_DATA = '.shisaku';

/** Which stack of this machine a command works on. */
export interface StackChoice {
  readonly api?: string | undefined;
  readonly data?: string | undefined;
}

export const apiOption = () =>
  new Option('--api <url>', `${said('the stack to use')} (${said('default')}: ${DEFAULT_API})`);

/** A stack on AWS in place of one of this machine. */
export const stackOption = () =>
  new Option('--stack <name>', 'a stack on AWS, by its name in CloudFormation').conflicts([
    'api',
    'data',
  ]);

export const dataOption = () =>
  new Option(
    '--data <dir>',
    `${said('use a stack of its own, on this folder')} (${said('where none runs')}: ${DEFAULT_DATA})`,
  ).conflicts('api');
