/** What is left of a request in the end, in words that are the same for everybody who asked for the same. */
import type { Cloud } from '../e2e/systems/cloud.ts';
import type { Laptop } from '../e2e/laptop.ts';
import type { Acts, Somebody } from './crowd.ts';

export interface End {
  state: string;
  execution: string;
  /** Types with keys, in their order. */
  events: string[];
  receipts: string[];
  mails: string[];
  tasks: string[];
  /** Everything that is stored under the request, and its receipts. */
  items: string[];
  /** The files of its package. */
  files: Record<string, string>;
  /** Systems that still hold the person. */
  holding: string[];
}

const UUID = /[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}/g;
const INSTANT = /\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?Z/g;
const SPOKEN_INSTANT = /\d{1,2} [A-Z]\w+ \d{4} at \d{2}:\d{2}:\d{2} \w+/g;
/** Tokens, ciphertexts, hashes, signatures: they differ by what they hide or are made of. */
const OPAQUE = /[\w+/-]{22,}={0,2}(?:\.[\w-]+)*/g;
const isRandom = (text: string): boolean => /[A-Z]/.test(text) && /[a-z]/.test(text);

/** What follows from names and ids: hashes, the size of an archive, the shard of the sweep; and how often a step was tried. */
const DERIVED: readonly [RegExp, string][] = [
  [/[0-9a-f]{64}/g, '(hash)'],
  [/(?<="messageId":")[^"]+/g, '(message)'],
  // Short enough to have no capital by chance.
  [/(?<="mailId":"|MAIL#)[\w-]{22}/g, '(opaque)'],
  [/(?<=\.zip","bytes":)\d+/g, '0'],
  [/(?<=SWEEP#)\d/g, '0'],
  [/(?<="attempts":)\d+/g, '0'],
];

/** Says whose it is no longer. Ids and tokens first: a short number may stand in one by chance. */
function withoutNames(text: string, { email, name, customerId, answer }: Somebody): string {
  const derived = DERIVED.reduce((rest, [pattern, word]) => rest.replaceAll(pattern, word), text);
  return derived
    .replaceAll(UUID, '(id)')
    .replaceAll(OPAQUE, (text) => (isRandom(text) ? '(opaque)' : text))
    .replaceAll(email, '(email)')
    .replaceAll(name, '(name)')
    .replaceAll(customerId, '(number)')
    .replaceAll(answer!.reference, '(reference)')
    .replaceAll(INSTANT, '(instant)')
    .replaceAll(SPOKEN_INSTANT, '(instant)');
}

const jsonOf = (value: unknown): string =>
  JSON.stringify(value, (_, member: unknown) => (member instanceof Uint8Array ? '(bytes)' : member));

/** Which place a receipt takes in the log depends on who else is issued one. */
function beforeTheLog({ entry: _entry, logIndex, ...receipt }: Record<string, unknown>): Record<string, unknown> {
  return { ...receipt, logged: typeof logIndex === 'number' };
}

/** Compares what is left of many on one laptop: tables are read once. */
export class Ends {
  private readonly items: Promise<Record<string, unknown>[]>;
  private readonly receipts: Promise<Record<string, unknown>[]>;
  private readonly executions: ReturnType<Cloud['executions']>;
  private readonly mails: ReturnType<Laptop['mails']>;
  private readonly acts: Acts;
  private readonly holding: (email: string) => string[];

  constructor(laptop: Laptop & { far: { holding(email: string): string[] } }, acts: Acts) {
    this.acts = acts;
    this.holding = (email) => laptop.far.holding(email);
    this.items = acts.cloud.items('Requests');
    this.receipts = acts.cloud.items('Receipts');
    this.executions = acts.cloud.executions();
    this.mails = laptop.mails();
  }

  async of(person: Somebody): Promise<End> {
    const { id } = person.answer!;
    const { request, events, tasks } = await this.acts.cloud.caseOf(id);
    const plain = (text: string): string => withoutNames(text, person);
    const own = (await this.items).filter(({ pk, sk }) => pk === `REQ#req_${id}` || sk === `req_${id}`);
    const receipts = (await this.receipts).filter(({ requestId }) => requestId === `req_${id}`);
    const ran = (await this.executions).filter(({ name }) => name.startsWith(id));
    return {
      state: request.state,
      execution: ran.map(({ name, status }) => `${plain(name)} ${status}`).join(', '),
      events: events.map(({ type, key }) => plain(`${type} ${key}`)),
      receipts: receipts.map(({ kind, fact }) => plain(`${String(kind)} ${String(fact)}`)).toSorted(),
      mails: (await this.mails)
        .filter(({ to }) => to.includes(person.email))
        .map(({ subject }) => plain(subject))
        .toSorted(),
      tasks: tasks.map(({ kind, system, pass, outcome }) => [kind, system, pass, outcome].join(' ')).toSorted(),
      items: [...own, ...receipts.map(beforeTheLog)].map((item) => plain(jsonOf(item))).toSorted(),
      files: await this.files(person),
      holding: this.holding(person.email),
    };
  }

  private async files(person: Somebody): Promise<Record<string, string>> {
    if (person.scenario === 'erasure') return {};
    const files = await this.acts.download(person);
    return Object.fromEntries([...files].map(([path, text]) => [withoutNames(path, person), withoutNames(text, person)]));
  }
}
