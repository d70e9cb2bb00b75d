/** `quittance witness`: a witness that an auditor, a works council or anybody runs, so that a log cannot have two histories. */
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { parseArgs } from 'node:util';
import { openWitness } from './witness.ts';
import { cosignVerifierKey, newWitnessKey, readWitnessKey } from './witness-key.ts';
import { witnessServer } from './witness-server.ts';
import { openWitnessState, WitnessStateError } from './witness-state.ts';

export interface WitnessIo {
  out(line: string): void;
  err(line: string): void;
  /** Resolves when the process is told to end. */
  ended: Promise<unknown>;
}

const USAGE = `Usage: quittance witness --new-key FILE --name NAME
       quittance witness --state DIR --key FILE --log VKEY ... [--listen 127.0.0.1:PORT]

  --new-key  make a key, and print what others check its cosignatures with
  --name     an address without a scheme that is yours, such as witness.example.org/w1
  --state    what the witness has seen; lose it, and start over with a new key
  --log      verifier key of a log (privacy-receipts.json names it); may be repeated
  --listen   where to listen (127.0.0.1:7380 if not said); put TLS before it

Exit: 0 ended, 1 it cannot start, 3 usage.`;

const EXIT = { well: 0, failed: 1, usage: 3 } as const;

const OPTIONS = {
  'new-key': { type: 'string' },
  name: { type: 'string' },
  state: { type: 'string' },
  key: { type: 'string' },
  log: { type: 'string', multiple: true, default: [] as string[] },
  listen: { type: 'string', default: '127.0.0.1:7380' },
  help: { type: 'boolean', default: false },
} as const;

type Asked = { newKey: string; name: string } | { state: string; key: string; logs: string[]; host: string; port: number };

/** What is asked, or what is wrong with it. */
function readOptions(argv: readonly string[]): Asked | string {
  try {
    const { values } = parseArgs({ args: [...argv], options: OPTIONS });
    const { 'new-key': newKey, name, state, key, log } = values;
    if (values.help) return '';
    if (newKey !== undefined) return name !== undefined && /^[^\s+]+$/.test(name) ? { newKey, name } : 'Give the key a name: --name.';
    const [, host, port] = /^(\S+):(\d{1,5})$/.exec(values.listen) ?? [];
    if (host === undefined) return '--listen is ADDRESS:PORT.';
    if (state === undefined || key === undefined || log.length === 0) return 'A witness needs --state, --key and --log.';
    return { state, key, logs: log, host, port: Number(port) };
  } catch (error) {
    return (error as Error).message;
  }
}

async function makeKey({ newKey, name }: Extract<Asked, { newKey: string }>, io: WitnessIo): Promise<number> {
  try {
    io.out(await cosignVerifierKey(await newWitnessKey(newKey, name)));
    return EXIT.well;
  } catch (error) {
    io.err(`The key cannot be written: ${(error as Error).message}`);
    return EXIT.failed;
  }
}

async function serve(
  { state: directory, key: keyFile, logs, host, port }: Extract<Asked, { state: string }>,
  io: WitnessIo,
): Promise<number> {
  const key = await readWitnessKey(keyFile);
  if (key === undefined) throw new WitnessStateError(`${keyFile} is no key of a witness`);
  await using stack = new AsyncDisposableStack();
  const state = await openWitnessState(directory);
  stack.defer(() => state.close());
  const ask = await openWitness({ state, key, logs, now: Date.now });
  const server = witnessServer(ask, (error) => io.err(String(error)));
  server.listen(port, host);
  await once(server, 'listening');
  stack.defer(async () => {
    server.close();
    server.closeAllConnections();
    await once(server, 'close');
  });
  const { address, port: actual } = server.address() as AddressInfo;
  io.out(`Witness ${key.name} at http://${address.includes(':') ? `[${address}]` : address}:${actual}`);
  await io.ended;
  return EXIT.well;
}

/** Runs the command; returns its exit code. */
export async function runWitness(argv: readonly string[], io: WitnessIo): Promise<number> {
  const asked = readOptions(argv);
  if (typeof asked === 'string') {
    if (asked === '') io.out(USAGE);
    else io.err(`${asked}\n\n${USAGE}`);
    return asked === '' ? EXIT.well : EXIT.usage;
  }
  if ('newKey' in asked) return await makeKey(asked, io);
  try {
    return await serve(asked, io);
  } catch (error) {
    io.err((error as Error).message);
    return EXIT.failed;
  }
}
