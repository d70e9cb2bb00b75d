/** Parameters on disk: all in one file, secure values encrypted with a key beside it. */
import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { writeWhole } from '../data-directory/write-whole.ts';

export interface Parameter {
  name: string;
  type: string;
  value: string;
  version: number;
  modifiedAt: number;
  /** The key of the account a secure value is under; without it AWS has the key. */
  kmsKey?: string | undefined;
  /** The template's value when it was last deployed. */
  deployed?: string;
}

export interface ParameterFile {
  read(name: string): Parameter | undefined;
  /** Durable on return. */
  write(parameter: Parameter): void;
  delete(name: string): void;
  /** All names, sorted. */
  names(): string[];
  /** A secure value as it is shown without decryption. */
  sealed(parameter: Parameter): string;
}

/** Opens the folder, or makes it with a key for secure values. */
export function openParameterFile(dir: string): ParameterFile {
  mkdirSync(dir, { recursive: true, mode: 0o700 });
  const file = join(dir, 'parameters.json');
  const box = secretBox(join(dir, 'key'));
  // Secure values are sealed in memory as they are on disk.
  const stored = new Map(existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as [string, Parameter][]) : []);
  const save = () => writeWhole(file, `${JSON.stringify([...stored], null, 2)}\n`);
  return {
    read(name) {
      const parameter = stored.get(name);
      return parameter?.type === 'SecureString' ? { ...parameter, value: box.open(parameter.value, name) } : parameter;
    },
    write(parameter) {
      const isSecure = parameter.type === 'SecureString';
      stored.set(parameter.name, isSecure ? { ...parameter, value: box.seal(parameter.value, parameter.name) } : parameter);
      save();
    },
    delete(name) {
      stored.delete(name);
      save();
    },
    names: () => [...stored.keys()].toSorted(),
    sealed: (parameter) => box.seal(parameter.value, parameter.name),
  };
}

/** AES-256-GCM under a key file; the parameter's name is bound to its value. */
function secretBox(keyFile: string): { seal(text: string, name: string): string; open(sealed: string, name: string): string } {
  if (!existsSync(keyFile)) writeWhole(keyFile, randomBytes(32).toString('base64'));
  const key = Buffer.from(readFileSync(keyFile, 'utf8'), 'base64');
  return {
    seal(text, name) {
      const iv = randomBytes(12);
      const cipher = createCipheriv('aes-256-gcm', key, iv).setAAD(Buffer.from(name));
      const encrypted = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
      return Buffer.concat([iv, cipher.getAuthTag(), encrypted]).toString('base64');
    },
    open(sealed, name) {
      const bytes = Buffer.from(sealed, 'base64');
      const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, 12));
      decipher.setAAD(Buffer.from(name)).setAuthTag(bytes.subarray(12, 28));
      return Buffer.concat([decipher.update(bytes.subarray(28)), decipher.final()]).toString('utf8');
    },
  };
}
