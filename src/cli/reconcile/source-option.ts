/** `name=file`: a source and its file on the command line. */
import { InvalidArgumentError } from 'commander';
import type { SourceFile } from './read-source-file.ts';

const SOURCE = /^([a-z][a-z0-9-]{0,23})=(.+)$/;

/** For commander's repeatable options. @throws InvalidArgumentError for another form, or a name given twice. */
export function addSourceFile(value: string, files: readonly SourceFile[]): readonly SourceFile[] {
  const [, name = '', path = ''] = SOURCE.exec(value) ?? [];
  if (name === '') throw new InvalidArgumentError('It wants name=file with a name like "gp".');
  if (files.some((file) => file.name === name)) {
    throw new InvalidArgumentError(`${name} is given twice; a source has one file.`);
  }
  return [...files, { name, path }];
}
