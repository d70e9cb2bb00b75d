/** A log in a folder: its files as they are served below `/log/<year>/`, of one year or of several. */
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { type AuditedLog, LogNotReachableError } from './source.ts';

const isAbsent = (error: unknown): boolean => ['ENOENT', 'ENOTDIR'].includes((error as NodeJS.ErrnoException).code ?? '');

async function listed(directory: string): Promise<string[]> {
  try {
    return await readdir(directory);
  } catch (error) {
    if (isAbsent(error)) return [];
    throw error;
  }
}

/** Names of files that are numbers, ascending. */
async function numbersIn(directory: string): Promise<number[]> {
  return (await listed(directory))
    .filter((name) => /^\d+$/.test(name))
    .map(Number)
    .toSorted((a, b) => a - b);
}

function logIn(directory: string): AuditedLog {
  const year = path.basename(path.resolve(directory));
  return {
    name: directory,
    ...(/^\d{4}$/.test(year) ? { year } : {}),
    async read(file) {
      try {
        return await readFile(path.join(directory, file));
      } catch (error) {
        if (isAbsent(error)) return undefined;
        throw error;
      }
    },
    statements: async () => await numbersIn(path.join(directory, 'statement')),
    widths: async (fullPath) => await numbersIn(path.join(directory, `${fullPath}.p`)),
  };
}

/** The logs in a folder, oldest first. Throws LogNotReachableError if there is none. */
export async function openFolder(directory: string): Promise<AuditedLog[]> {
  const isLog = async (folder: string): Promise<boolean> => (await listed(folder)).some((name) => name === 'checkpoint' || name === 'tile');
  if (await isLog(directory)) return [logIn(directory)];
  const years = (await listed(directory)).filter((name) => /^\d{4}$/.test(name)).toSorted();
  const folders: string[] = [];
  for (const year of years) if (await isLog(path.join(directory, year))) folders.push(path.join(directory, year));
  if (folders.length === 0)
    throw new LogNotReachableError(`There is no log in ${directory}: neither checkpoint and tiles, nor folders of years`);
  return folders.map(logIn);
}
