/** `quittance deadline`: the dates a law sets for a receipt, each with the count behind it; or those of a file of worked examples. */
import { parseArgs } from 'node:util';
import { calendarFor } from '../domain/law/laws.ts';
import { COMMAND_LANGUAGES } from './command-words.ts';
import { readQuestion } from './deadline-question.ts';
import { deadlinesOf } from './deadlines.ts';
import { reportJson, reportLines } from './report.ts';
import { computeVector, readVectors } from './vectors.ts';

/** How the command reaches the world. */
interface CommandIo {
  /** Reads a file as text; rejects if it cannot. */
  read(path: string): Promise<string>;
  out(line: string): void;
  err(line: string): void;
}

const USAGE = `Usage: quittance deadline --law LAW --received WHEN --zone ZONE [--holidays PLACE] [--right RIGHT]
                          [--event NAME=DATE ...] [--optional-pauses] [--lang en|de] [--json]
       quittance deadline --vectors FILE

  --law              eu-gdpr, us-ca-ccpa, ...; may be repeated: the strictest comes first
  --received         2026-03-05T11:00:00Z, or a date: noon there
  --zone             where the company counts, such as Europe/Berlin
  --holidays         the company's place, such as DE-BE; without it only weekends count
  --right            access (if not said), erasure, opt-out-of-sale, ...
  --event            clarification_asked=2026-03-10, ...; may be repeated, in order
  --optional-pauses  use pauses that a law leaves to the company
  --json             everything, for programs
  --vectors          compute the examples of a file, one JSON line each

Exit: 0 counted (also if the law gives no such right), 2 what was said cannot be, 3 usage.`;

const EXIT_WRONG = 2;
const EXIT_USAGE = 3;

const OPTIONS = {
  law: { type: 'string', multiple: true },
  received: { type: 'string' },
  zone: { type: 'string' },
  holidays: { type: 'string' },
  right: { type: 'string', default: 'access' },
  event: { type: 'string', multiple: true },
  'optional-pauses': { type: 'boolean', default: false },
  lang: { type: 'string', default: 'en' },
  json: { type: 'boolean', default: false },
  vectors: { type: 'string' },
  help: { type: 'boolean', default: false },
} as const;

type Values = ReturnType<typeof parse>;

function parse(argv: readonly string[]) {
  return parseArgs({ args: [...argv], options: OPTIONS }).values;
}

/** `clarification_asked=2026-03-10` */
function eventOf(text: string): { type: string; on?: string } {
  const [type = '', ...rest] = text.split('=');
  return rest.length === 0 ? { type } : { type, on: rest.join('=') };
}

function usage(io: CommandIo, problem: string): number {
  io.err(`${problem}\n\n${USAGE}`);
  return EXIT_USAGE;
}

async function runVectors(file: string, io: CommandIo): Promise<number> {
  const text = await io.read(file).catch(() => undefined);
  const vectors = text === undefined ? undefined : readVectors(text);
  if (vectors === undefined) {
    io.err(
      text === undefined ? 'The file of --vectors cannot be read.' : 'The file of --vectors is no JSON with `vectors`, each with its `id`.',
    );
    return EXIT_WRONG;
  }
  for (const vector of vectors) io.out(JSON.stringify(computeVector(vector)));
  return 0;
}

function runQuestion(values: Values, io: CommandIo): number {
  const { law: laws, received, zone, holidays, right, lang } = values;
  const missing = (
    [
      ['law', laws],
      ['received', received],
      ['zone', zone],
    ] as const
  ).filter(([, value]) => value === undefined);
  if (laws === undefined || received === undefined || zone === undefined)
    return usage(io, `Missing: ${missing.map(([name]) => `--${name}`).join(' ')}.`);
  if (!Object.hasOwn(COMMAND_LANGUAGES, lang)) return usage(io, `There are no words in "${lang}". Languages: en de.`);
  const read = readQuestion({ laws: [...new Set(laws)], right, zone, received, holidays, events: (values.event ?? []).map(eventOf) });
  if (!read.ok) {
    for (const problem of read.problems) io.err(problem);
    return EXIT_WRONG;
  }
  const { question } = read;
  const answers = deadlinesOf(question, {
    calendarFor: (law) => calendarFor(law, { country: holidays ?? 'none' }),
    optionalPauses: values['optional-pauses'],
  });
  const report = { question, answers, lang };
  if (values.json) io.out(JSON.stringify(reportJson(report), null, 2));
  else for (const line of reportLines(report)) io.out(line);
  return 0;
}

/** Runs the command; returns its exit code. */
export async function runDeadline(argv: readonly string[], io: CommandIo): Promise<number> {
  let values: Values;
  try {
    values = parse(argv);
  } catch (error) {
    return usage(io, error instanceof Error ? error.message : 'The arguments cannot be read.');
  }
  if (values.help) {
    io.out(USAGE);
    return 0;
  }
  return values.vectors === undefined ? runQuestion(values, io) : await runVectors(values.vectors, io);
}
