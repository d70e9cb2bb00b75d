/** `quittance classify`: what letters ask for, one JSON line each. */
import { parseArgs } from 'node:util';
import * as z from 'zod';
import { type Understood, understand } from '../../lib/mail/understanding/understand.ts';
import { TERMINAL } from './terminal.ts';

const USAGE = `Usage: quittance classify --letters FILE

  --letters  a file with one letter a line, such as {"id": 1, "text": "..."}; other fields are ignored; - reads standard input

Prints {id, rights, law, language, confidence, needsPerson} for each letter, in order. Among the rights, \`follow-up\` is a
letter that only asks how things stand.
Exit: 0 every line was read, 2 some were not, 3 usage.`;

const EXIT = { read: 0, unread: 2, usage: 3 } as const;

/** How the command reaches the world. */
interface ClassifyIo {
  /** Reads a file as text; rejects if it cannot. */
  read(path: string): Promise<string>;
  out(line: string): void;
  err(line: string): void;
}

const LETTER = z.object({ id: z.union([z.string(), z.number()]), text: z.string() });

function letterOf(line: string): z.infer<typeof LETTER> | undefined {
  try {
    return LETTER.safeParse(JSON.parse(line)).data;
  } catch {
    return undefined;
  }
}

/** Rights as codes; a chaser asks for none, so it is named itself. */
export function codesOf({ rights, kind }: Understood): string[] {
  return kind === 'follow-up' ? [...rights, 'follow-up'] : [...rights];
}

function lineFor(id: string | number, text: string): string {
  const understood = understand(text);
  const { law = null, language, confidence, needsPerson } = understood;
  return JSON.stringify({ id, rights: codesOf(understood), law, language, confidence, needsPerson });
}

function classifyLines(content: string, io: ClassifyIo): number {
  let code: number = EXIT.read;
  for (const [index, line] of content
    .replace(/^\uFEFF/, '')
    .split('\n')
    .entries()) {
    if (line.trim() === '') continue;
    const letter = letterOf(line);
    if (letter === undefined) {
      // Without its content: letters are personal data.
      io.err(`Line ${index + 1} is no JSON object with \`id\` and \`text\`.`);
      code = EXIT.unread;
    } else io.out(lineFor(letter.id, letter.text));
  }
  if (code !== EXIT.read) io.err('Each letter is a line of its own, such as {"id": 1, "text": "..."}.');
  return code;
}

function lettersIn(argv: readonly string[]): { letters?: string | undefined; help: boolean } | undefined {
  try {
    return parseArgs({ args: [...argv], options: { letters: { type: 'string' }, help: { type: 'boolean', default: false } } }).values;
  } catch {
    return undefined;
  }
}

/** Runs the command; returns its exit code. */
export async function runClassify(argv: readonly string[], io: ClassifyIo = TERMINAL): Promise<number> {
  const values = lettersIn(argv);
  if (values?.help === true) {
    io.out(USAGE);
    return EXIT.read;
  }
  if (values?.letters === undefined) {
    io.err(USAGE);
    return EXIT.usage;
  }
  const content = await io.read(values.letters).catch(() => undefined);
  if (content === undefined) {
    io.err(`${values.letters} cannot be read: --letters takes a file, or - for standard input.`);
    return EXIT.usage;
  }
  return classifyLines(content, io);
}
