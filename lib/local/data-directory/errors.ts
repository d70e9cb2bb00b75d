/** Why a data directory is not opened, in words for the person who has to act. */
import type { Damage } from './damage.ts';
import { kindOf } from './kinds.ts';

/** Files are missing, cut off or changed. */
export class DamagedDirectoryError extends Error {
  override name = 'DamagedDirectoryError' as const;

  constructor(directory: string, damages: readonly Damage[]) {
    super(
      [`The data directory ${directory} is damaged. Nothing was started.`, '', ...shown(damages), '', ...waysOn(directory, damages)].join(
        '\n',
      ),
    );
  }
}

/** A later version of the product has written the directory. */
export class NewerDirectoryError extends Error {
  override name = 'NewerDirectoryError' as const;

  constructor(directory: string, { format, known }: { format: number; known: number }) {
    super(
      `The data directory ${directory} was written by a newer version: its format is ${format}, this version knows ${known}.\n` +
        'Start that version, or choose another directory: QUITTANCE_HOME=<folder> npm start',
    );
  }
}

/** A broken disk damages many files; the first tell enough. */
const MOST_SHOWN = 10;

function shown(damages: readonly Damage[]): string[] {
  const lines = damages.slice(0, MOST_SHOWN).flatMap(({ path, fault }) => [`  ${path} ${fault}`, `    It holds ${kindOf(path).use}.`]);
  return damages.length > MOST_SHOWN ? [...lines, `  and ${damages.length - MOST_SHOWN} more files`] : lines;
}

function waysOn(directory: string, damages: readonly Damage[]): string[] {
  const remedies = new Set(damages.map(({ remedy }) => remedy));
  const own = remedies.has(undefined) ? [] : [...remedies];
  return [
    'To recover, either',
    '  - put back a copy of the whole directory (files of different days do not fit together), or',
    ...own.map((remedy) => `  - ${remedy}, or`),
    '  - begin anew and lose what it holds:',
    `      mv '${directory}' '${directory}.damaged'`,
  ];
}
