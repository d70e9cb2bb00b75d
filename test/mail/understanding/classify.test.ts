/** `quittance classify` as programs use it. */
import { describe, expect, it } from 'vitest';
import { runClassify } from '../../../bin/commands/classify.ts';

interface Ran {
  code: number;
  out: string[];
  err: string[];
}

async function run(argv: string[], file?: string): Promise<Ran> {
  const [out, err]: [string[], string[]] = [[], []];
  const read = (): Promise<string> => (file === undefined ? Promise.reject(new Error('absent')) : Promise.resolve(file));
  return { code: await runClassify(argv, { read, out: (line) => void out.push(line), err: (line) => void err.push(line) }), out, err };
}

const line = (id: string, text: string): string => JSON.stringify({ id, text, mood: 'ignored' });

describe('quittance classify', () => {
  it('prints what each letter asks, in order', async () => {
    const { code, out } = await run(
      ['--letters', 'letters.jsonl'],
      [
        line('b', 'Bitte löschen Sie mein Konto nach Art. 17 DSGVO.'),
        line('a', 'I asked for my data in May and have heard nothing.'),
        '',
      ].join('\n'),
    );
    expect(code).toBe(0);
    expect(out.map((text) => JSON.parse(text) as unknown)).toEqual([
      { id: 'b', rights: ['erasure'], law: 'eu-gdpr', language: 'de', confidence: 0.97, needsPerson: false },
      { id: 'a', rights: ['follow-up'], law: null, language: 'en', confidence: 0.9, needsPerson: false },
    ]);
  });

  it('names the lines that are no letters, without what is in them, and reads the others', async () => {
    const { code, out, err } = await run(
      ['--letters', '-'],
      ['{"id":"secret"', line('a', 'Delete my account.'), '[]', '{"id":"x","text":7}'].join('\n'),
    );
    expect(code).toBe(2);
    expect(out).toHaveLength(1);
    expect(err).toEqual([
      ...[1, 3, 4].map((number) => `Line ${number} is no JSON object with \`id\` and \`text\`.`),
      'Each letter is a line of its own, such as {"id": 1, "text": "..."}.',
    ]);
  });

  it('says how it is used, and that a file is not there', async () => {
    expect(await run([])).toMatchObject({ code: 3, out: [] });
    expect(await run(['--lettres', 'x'])).toMatchObject({ code: 3 });
    expect(await run(['--letters', 'x'])).toMatchObject({
      code: 3,
      err: ['x cannot be read: --letters takes a file, or - for standard input.'],
    });
    expect((await run(['--help'])).out.join('\n')).toContain('--letters');
  });
});
