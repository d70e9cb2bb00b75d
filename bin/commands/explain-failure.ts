/** Turns why the laptop could not start into words for the person who started it. */
import { variableOf } from './ports.ts';

interface Cause {
  name?: string;
  code?: string;
  message?: string;
  path?: string;
  port?: number;
  /** Of SQLite. */
  errcode?: number;
}

/** Faults of what a person has given us; their messages say what to do. */
const spoken = new Set([
  'ArgumentError',
  'DamagedDirectoryError',
  'DefinitionError',
  'DirectoryInUseError',
  'LostBlobError',
  'NewerDirectoryError',
  'PolicyError',
  'SynthesisError',
  'TemplateError',
  'UnknownOperatorError',
  'UnusableDirectoryError',
  'UnusableStoreError',
]);

const unusable: Record<string, string> = {
  EACCES: 'you may not read or write there',
  EEXIST: 'it is no folder',
  EISDIR: 'a folder stands where a file should be',
  ENAMETOOLONG: 'its name is too long',
  ENOENT: 'it cannot be made there',
  ENOTDIR: 'a part of its path is no folder',
  EPERM: 'you may not read or write there',
  EROFS: 'the disk cannot be written to',
};

const SQLITE_FULL = 13;

/** The explanation; undefined for a fault of ours, whose stack is then worth reading. */
export function explainFailure(error: unknown, home: string): string | undefined {
  const { name = '', code = '', message = '', path = home, port, errcode } = error as Cause;
  if (spoken.has(name)) return message;
  if (code === 'EADDRINUSE') {
    return `Port ${port} is taken by another process. Stop that process, or choose another port: ${variableOf(port)}=<number> npm start`;
  }
  if (code === 'ENOSPC' || code === 'EDQUOT' || errcode === SQLITE_FULL || message.includes('No space left on device')) {
    return `The disk of ${home} is full. Make room and start again: what was there before is kept.`;
  }
  const reason = path.startsWith(home) || home.startsWith(path) ? unusable[code] : undefined;
  return (
    reason &&
    `The data directory ${home} cannot be used: ${reason} (${path}). Mend that, or choose another directory: QUITTANCE_HOME=<folder> npm start`
  );
}
