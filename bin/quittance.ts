#!/usr/bin/env node
/** The command line: `quittance local`, `quittance mail`, `quittance doctor`, `quittance verify`, `quittance log`, `quittance keys`, `quittance witness`, `quittance deadline`, `quittance classify`. */
import { TERMINAL } from './commands/terminal.ts';

const USAGE = `Usage: quittance COMMAND

  local     run everything on this machine, with a demo world
  mail      send mails to the running laptop
  doctor    look at a deployment: what is missing, and what to do
  verify    check a signed receipt
  log       audit a log of receipts, or have its checkpoint dated
  keys      the keys that signed receipts; say that one was compromised
  witness   witness a log: sign what goes on, refuse what does not
  deadline  count the dates a law sets, and say why
  classify  say what letters ask for

quittance COMMAND --help says more.`;

type Command = (argv: readonly string[]) => Promise<number | void>;

/** Loaded when asked for: checking a receipt must not load a cloud. */
const COMMANDS: Record<string, () => Promise<Command>> = {
  local: async () => (await import('./commands/local.ts')).runLocal,
  mail: async () => (await import('./commands/mail.ts')).runMail,
  doctor: async () => (await import('./commands/doctor.ts')).runDoctor,
  verify: async () => {
    const { runVerify } = await import('../lib/receipts/verify-command.ts');
    return (argv) => runVerify(argv, TERMINAL);
  },
  log: async () => (await import('./commands/log.ts')).runLog,
  keys: async () => (await import('./commands/keys.ts')).runKeys,
  witness: async () => (await import('./commands/witness.ts')).runWitness,
  deadline: async () => {
    const { runDeadline } = await import('../lib/deadline/deadline-command.ts');
    return (argv) => runDeadline(argv, TERMINAL);
  },
  classify: async () => (await import('./commands/classify.ts')).runClassify,
};

const [name = '', ...argv] = process.argv.slice(2);
const command = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
if (command === undefined) {
  console.error(USAGE);
  process.exitCode = name === '' || name === '--help' ? 0 : 3;
} else {
  const code = await (await command())(argv);
  if (typeof code === 'number') process.exitCode = code;
}
