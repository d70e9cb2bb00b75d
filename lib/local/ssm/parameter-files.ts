/** Parameters on disk: one file each, secure values encrypted with a key beside them. */
import { createCipheriv, createDecipheriv, createHash, randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

export interface Parameter {
  name: string;
  type: string;
  value: string;
  version: number;
  modifiedAt: number;
  /** The template's value when it was last deployed. */
  deployed?: string;
}

export interface ParameterFiles {
  read(name: string): Parameter | undefined;
  /** Durable on return: written aside, then renamed. */
  write(parameter: Parameter): void;
  delete(name: string): void;
  /** All names, sorted. */
  names(): string[];
  /** A secure value as it is shown without decryption. */
  sealed(parameter: Parameter): string;
}

const extension = '.json';

/** Opens the folder; the key for secure values is made on first use. */
export function openParameterFiles(dir: string): ParameterFiles {
  mkdirSync(dir, { recursive: true, mode: 0o700 });
  const fileOf = (name: string): string => join(dir, fileName(name));
  const box = secretBox(join(dir, 'key'));
  return {
    read(name) {
      const file = fileOf(name);
      if (!existsSync(file)) return undefined;
      const stored = JSON.parse(readFileSync(file, 'utf8')) as Parameter;
      return stored.type === 'SecureString' ? { ...stored, value: box.open(stored.value, name) } : stored;
    },
    write(parameter) {
      const isSecure = parameter.type === 'SecureString';
      const stored = isSecure ? { ...parameter, value: box.seal(parameter.value, parameter.name) } : parameter;
      writeAside(fileOf(parameter.name), `${JSON.stringify(stored, null, 2)}\n`);
    },
    delete: (name) => rmSync(fileOf(name)),
    names: () =>
      readdirSync(dir)
        .filter((file) => file.endsWith(extension))
        .map((file) => (JSON.parse(readFileSync(join(dir, file), 'utf8')) as Parameter).name)
        .toSorted(),
    sealed: (parameter) => box.seal(parameter.value, parameter.name),
  };
}

/** Readable where it can be; a name may be longer than file systems take. */
function fileName(name: string): string {
  const readable = encodeURIComponent(name);
  const short = readable.length <= 200 ? readable : createHash('sha256').update(name).digest('hex');
  return `${short}${extension}`;
}

function writeAside(file: string, text: string): void {
  writeFileSync(`${file}.new`, text, { mode: 0o600 });
  renameSync(`${file}.new`, file);
}

/** AES-256-GCM under a key file; the parameter's name is bound to its value. */
function secretBox(keyFile: string): { seal(text: string, name: string): string; open(sealed: string, name: string): string } {
  if (!existsSync(keyFile)) writeAside(keyFile, randomBytes(32).toString('base64'));
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
