/** The page about the command is true: its commands run, and print what it shows. */
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { CLOCK_EVENT_TYPES } from '../../lib/domain/clock/clock-events.ts';
import { DUTY_SUBJECTS } from '../../lib/domain/clock/clocks.ts';
import { runDeadline } from '../../lib/deadline/deadline-command.ts';

const ROOT = path.resolve(import.meta.dirname, '../..');
const page = readFileSync(path.join(ROOT, 'docs/deadline.md'), 'utf8');
const commands = [...page.matchAll(/```sh\n([^]*?)```/g)].flatMap((match) => match[1]!.trim().split('\n'));
const argumentsOf = (command: string): string[] => command.split(' ').slice(2);

async function run(command: string): Promise<{ code: number; text: string }> {
  const lines: string[] = [];
  const io = {
    read: (file: string) => readFile(path.join(ROOT, file), 'utf8'),
    out: (line: string) => void lines.push(line),
    err: () => {},
  };
  return { code: await runDeadline(argumentsOf(command).slice(1), io), text: lines.join('\n') };
}

describe('docs/deadline.md', () => {
  it.each(commands)('shows a command that works: %s', async (command) => {
    expect(command).toMatch(/^npx quittance deadline /);
    expect((await run(command)).code).toBe(0);
  });

  it('shows what the first of them prints, run as it is printed', () => {
    const shown = /```text\n([^]*?)\n```/.exec(page)![1]!;
    expect(execFileSync('npx', ['quittance', ...argumentsOf(commands[0]!)], { cwd: ROOT, encoding: 'utf8' }).trimEnd()).toBe(shown);
  });

  it('names every event and every duty', () => {
    for (const word of [...CLOCK_EVENT_TYPES, ...DUTY_SUBJECTS]) expect(page).toMatch(new RegExp(`\\b${word}\\b`));
  });
});
