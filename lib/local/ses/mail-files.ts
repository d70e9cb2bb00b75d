/** Sent mails on disk: `<time>-<id>.eml` byte for byte as sent, the envelope in a `.json` beside it. */
import { mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** The envelope and what the list shows. */
export interface MailRecord {
  id: string;
  /** ISO 8601. */
  at: string;
  /** Envelope sender. */
  source: string;
  /** Envelope recipients, also those that no header names. */
  recipients: string[];
  from: string;
  subject: string;
  configurationSet?: string;
  tags: Record<string, string>;
}

export interface MailFiles {
  /** Both files are complete on return. The `.eml` comes last, so a mail that is seen has its envelope. */
  write(record: MailRecord, raw: Buffer): Promise<void>;
  /** Newest first. Files a person deleted are gone from the list. */
  list(): MailRecord[];
  find(id: string): MailRecord | undefined;
  raw(record: MailRecord): Promise<Buffer>;
}

/** Opens the folder. */
export function openMailFiles(dir: string): MailFiles {
  mkdirSync(dir, { recursive: true, mode: 0o700 });
  const known = new Map<string, MailRecord>();

  /** Names are read each time, envelopes only once. */
  function list(): MailRecord[] {
    const stems = readdirSync(dir)
      .filter((file) => file.endsWith('.eml'))
      .map((file) => file.slice(0, -'.eml'.length));
    return stems
      .toSorted()
      .toReversed()
      .flatMap((stem) => recordOf(stem));
  }

  function recordOf(stem: string): MailRecord[] {
    let record = known.get(stem);
    if (!record) {
      const text = readIfThere(join(dir, `${stem}.json`));
      // An .eml that somebody dropped here has no envelope; it is not a mail that was sent.
      if (text === undefined) return [];
      record = JSON.parse(text) as MailRecord;
      known.set(stem, record);
    }
    return [record];
  }

  return {
    list,
    find: (id) => list().find((record) => record.id === id),
    raw: (record) => readFile(join(dir, `${stemOf(record)}.eml`)),
    async write(record, raw) {
      const stem = stemOf(record);
      writeAside(join(dir, `${stem}.json`), `${JSON.stringify(record, null, 2)}\n`);
      const draft = join(dir, `${stem}.eml.new`);
      await writeFile(draft, raw, { mode: 0o600 });
      await rename(draft, join(dir, `${stem}.eml`));
    },
  };
}

const stemOf = (record: MailRecord): string => `${record.at.replaceAll(':', '-')}-${record.id}`;

function readIfThere(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
}

function writeAside(file: string, text: string): void {
  writeFileSync(`${file}.new`, text, { mode: 0o600 });
  renameSync(`${file}.new`, file);
}
