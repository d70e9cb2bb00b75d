/** The documents are true as far as a machine can tell: what they link to, run and quote is there. */
import { existsSync, globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { runClassify } from '../bin/commands/classify.ts';

const ROOT = path.resolve(import.meta.dirname, '..');
const text = (file: string): string => readFileSync(path.join(ROOT, file), 'utf8');
const documents = ['README.md', 'CONTRIBUTING.md', ...globSync(['docs/**/*.md', 'lib/**/README.md'], { cwd: ROOT })];
const { scripts } = JSON.parse(text('package.json')) as { scripts: Record<string, string> };

/** As GitHub names headings: letters, digits and hyphens, and a number for the second of a name. */
function anchorsIn(file: string): Set<string> {
  const anchors = new Set<string>();
  for (const [, heading] of text(file).matchAll(/^#+ (.+)$/gm)) {
    const plain = heading!.replace(/\[([^\]]*)\]\([^)]*\)/g, '$1').toLowerCase();
    const name = plain.replace(/[^\p{L}\p{N} _-]/gu, '').replaceAll(' ', '-');
    const taken = [...anchors].filter((one) => one === name || (one.startsWith(`${name}-`) && /^\d+$/.test(one.slice(name.length + 1))));
    anchors.add(taken.length === 0 ? name : `${name}-${taken.length}`);
  }
  return anchors;
}

function linksThatLeadNowhere(file: string): string[] {
  const links = [...text(file).matchAll(/\]\(([^)\s]+)\)/g)].map((match) => match[1]!);
  return links.filter((link) => {
    if (/^[a-z]+:/.test(link)) return false;
    const [target = '', anchor] = link.split('#');
    const to = target === '' ? file : path.join(path.dirname(file), target);
    if (!existsSync(path.join(ROOT, to))) return true;
    return anchor !== undefined && !anchorsIn(to).has(anchor);
  });
}

const testFiles = globSync('test/**/*.ts', { cwd: ROOT });

/** Quoted names of tests that are in no file beside the one named before them (it may import them); "..." stands for anything. */
function testsThatAreNot(file: string): string[] {
  const quoted = [...text(file).matchAll(/`([\w/.-]+\.test\.ts)`:?((?:,? "[^"\n]+")+)/g)];
  return quoted.flatMap(([, named, names]) => {
    const folders = testFiles.filter((one) => one === named || one.endsWith(`/${named}`)).map((one) => path.dirname(one));
    const found = testFiles.filter((one) => folders.includes(path.dirname(one))).map(text);
    const patterns = [...names!.matchAll(/"([^"]+)"/g)].map((match) => match[1]!);
    return patterns.filter((name) => {
      const words = name.split('...').map((part) => part.trim());
      return !found.some((code) => words.every((part) => code.includes(part)));
    });
  });
}

describe.each(documents)('%s', (file) => {
  it('links to what exists', () => {
    expect(linksThatLeadNowhere(file)).toEqual([]);
  });

  it('names commands and scripts that exist', () => {
    const usage = text('bin/quittance.ts');
    const commands = [...text(file).matchAll(/npx quittance ([a-z]+)/g)].map((match) => match[1]!);
    expect(commands.filter((name) => !usage.includes(`\n  ${name} `))).toEqual([]);
    const run = [...text(file).matchAll(/npm run ([\w:-]+)/g)].map((match) => match[1]!);
    expect(run.filter((name) => !(name in scripts))).toEqual([]);
  });

  it('names tests that exist', () => {
    const named = [...text(file).matchAll(/`(test\/[\w/.-]+\.(?:test|contract)\.ts)`/g)].map((match) => match[1]!);
    expect(named.filter((one) => !testFiles.includes(one))).toEqual([]);
    expect(testsThatAreNot(file)).toEqual([]);
  });
});

describe('docs/mail-understanding.md', () => {
  it('shows what the command prints for the letter it shows', async () => {
    const page = text('docs/mail-understanding.md');
    const letter = /^echo '(.+)' > letters\.jsonl$/m.exec(page)![1]!;
    const out: string[] = [];
    const io = { read: async () => await Promise.resolve(letter), out: (line: string) => void out.push(line), err: () => {} };
    expect(await runClassify(['--letters', 'letters.jsonl'], io)).toBe(0);
    expect(out.join('\n')).toBe(/```text\n([^]*?)\n```/.exec(page)![1]!);
  });
});
