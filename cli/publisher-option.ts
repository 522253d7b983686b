import { Option } from 'commander';

export const publisherOption = () =>
  new Option(
    '--publisher <code>',
    'whose sheets these are, whatever they print: an official code (全国地方公共団体コード), a slug or a name',
  );
