/** `quittance deadline` as people and programs use it, and what it says to what cannot be. */
import { describe, expect, it } from 'vitest';
import { runDeadline } from '../../lib/deadline/deadline-command.ts';

interface Ran {
  code: number;
  out: string[];
  err: string;
}

async function run(line: string, file?: string): Promise<Ran> {
  const [out, err]: string[][] = [[], []];
  const read = (): Promise<string> => (file === undefined ? Promise.reject(new Error('absent')) : Promise.resolve(file));
  const io = { read, out: (text: string) => void out!.push(text), err: (text: string) => void err!.push(text) };
  return {
    code: await runDeadline(
      line.split(' ').filter((word) => word !== ''),
      io,
    ),
    out: out!,
    err: err!.join('\n'),
  };
}

const BERLIN = '--received 2026-03-05T11:00:00Z --zone Europe/Berlin --holidays DE';

async function json(line: string): Promise<Record<string, never>> {
  const { code, out } = await run(`${line} --json`);
  expect(code).toBe(0);
  return JSON.parse(out.join('\n')) as Record<string, never>;
}

describe('quittance deadline', () => {
  it('prints every date with the count behind it', async () => {
    const { code, out } = await run(`--law eu-gdpr ${BERLIN}`);
    expect(code).toBe(0);
    expect(out.slice(0, 6)).toEqual([
      'GDPR (eu-gdpr), access',
      '  Answer                       Tuesday, 7 April 2026',
      '      Your request reached us on Thursday, 5 March 2026 at 12:00, Central European Time.',
      '      The day on which your request reached us does not count (Reg. 1182/71 Art. 3(1)).',
      '      Counting 1 month from there gives Sunday, 5 April 2026 (GDPR Art. 12(3); Reg. 1182/71 Art.',
      '      3(2)(c)).',
    ]);
    expect(out).toContain('  Answer, if extended          Friday, 5 June 2026');
    expect(out.filter((line) => line.length > 100)).toEqual([]);
  });

  it('puts the strictest of several laws first and names it', async () => {
    const { out } = await run('--law us-va --law eu-gdpr --law br-lgpd --received 2026-02-01T11:00:00Z --zone Europe/Berlin');
    expect(out[0]).toBe('First: LGPD, Monday, 16 February 2026.');
    expect(out.filter((line) => / \([a-z-]+\), access$/.test(line))).toEqual([
      'LGPD (br-lgpd), access',
      'GDPR (eu-gdpr), access',
      'Virginia CDPA (us-va), access',
    ]);
    expect(out).toContain('  Answer                       Wednesday, 18 March 2026  [to be confirmed]');
  });

  it('speaks German', async () => {
    const { out } = await run(`--law eu-gdpr ${BERLIN} --lang de`);
    expect(out[1]).toBe('  Antworten                   Dienstag, 7. April 2026');
  });

  it('shows a pause in place of a date, an optional one only where it is wanted', async () => {
    const asked = '--received 2026-09-01 --zone Europe/London --holidays GB-ENG --event clarification_asked=2026-09-10';
    expect((await run(`--law uk-gdpr ${asked}`)).out[1]).toBe('  Answer                       paused, 22 days left');
    expect((await run(`--law eu-gdpr ${asked}`)).out[1]).toBe('  Answer                       Thursday, 1 October 2026');
    expect((await run(`--law eu-gdpr --optional-pauses ${asked}`)).out[1]).toBe(
      '  Answer                       paused, 22 days left  [to be confirmed]',
    );
  });

  it('gives programs the dates, the articles and the sentences', async () => {
    const answer = await json(`--law eu-gdpr ${BERLIN}`);
    expect(answer).toMatchObject({ right: 'access', receivedOn: '2026-03-05', strictest: 'eu-gdpr' });
    expect(answer['laws']?.[0]).toMatchObject({
      law: 'eu-gdpr',
      extended: false,
      dates: {
        respond: {
          dueOn: '2026-04-07',
          unrolledOn: '2026-04-05',
          tooLateAt: '2026-04-07T22:00:00Z',
          basis: 'GDPR Art. 12(3)',
          confirmed: true,
          explanation: expect.arrayContaining([
            {
              code: 'first-day-excluded',
              text: 'The day on which your request reached us does not count (Reg. 1182/71 Art. 3(1)).',
              cite: 'Reg. 1182/71 Art. 3(1)',
            },
          ]),
        },
        extended: { dueOn: '2026-06-05' },
      },
    });
  });

  it('gives programs no date while the time stands still', async () => {
    const answer = await json('--law uk-gdpr --received 2026-09-01 --zone Europe/London --event fee_asked=2026-09-02');
    expect(answer['strictest']).toBeNull();
    const { respond } = (answer['laws'] as unknown as { dates: Record<string, Record<string, unknown>> }[])[0]!.dates;
    expect(respond).toMatchObject({ dueOn: null, paused: { about: 'fee', since: '2026-09-02', daysLeft: 30 } });
    expect(respond).not.toHaveProperty('tooLateAt');
  });

  it('takes a date for noon there, and an instant with any offset', async () => {
    const received = async (at: string): Promise<string> =>
      (await json(`--law eu-gdpr --received ${at} --zone Pacific/Auckland`))['receivedAt']! as string;
    expect(await received('2026-03-05')).toBe('2026-03-04T23:00:00Z');
    expect(await received('2026-03-05T12:00:00+13:00')).toBe('2026-03-04T23:00:00Z');
  });

  it('counts the holidays of the place given, and weekends only without one', async () => {
    expect((await run('--law eu-gdpr --received 2025-12-06 --zone Europe/Berlin --holidays DE-BY')).out[1]).toContain(
      'Wednesday, 7 January 2026',
    );
    const { out } = await run('--law eu-gdpr --received 2025-12-06 --zone Europe/Berlin');
    expect(out[1]).toContain('Tuesday, 6 January 2026');
    expect(out.join(' ')).toContain('No public holidays were counted for 2026');
  });
});

describe('what a law does not give', () => {
  it('is said kindly, with what it gives instead', async () => {
    const { code, out } = await run('--law us-ia --right rectification --received 2026-03-05 --zone America/Chicago');
    expect(code).toBe(0);
    expect(out.join(' ').replaceAll(/ +/g, ' ')).toBe(
      'Iowa CDPA (us-ia), rectification Iowa CDPA does not give this right (rectification). It gives: access, portability, erasure, opt-out, opt-out-of-sale and opt-out-of-targeted-ads.',
    );
  });

  it('may be a number only', async () => {
    const { code, out } = await run('--law jp-appi --received 2026-03-05 --zone Asia/Tokyo');
    expect([code, out[1]]).toEqual([0, '      APPI gives no number of days, only the words "without delay" (APPI Arts 33(2), 34(2), 35).']);
  });

  it('may be a duty', async () => {
    expect((await run('--law us-va --right reconsent --received 2026-03-05 --zone Asia/Tokyo')).out[1]).toBe(
      '      Virginia CDPA sets no date for this.',
    );
  });

  it('may be an extension: unknown to the law, or told too late, by the article', async () => {
    const late = await run('--law us-va --received 2026-03-03 --zone Europe/Berlin --event extension_notified=2026-04-18');
    expect(late.code).toBe(0);
    expect(late.out.slice(1, 3).join(' ').replaceAll(/ +/g, ' ')).toContain(
      'The notice of the extension went out too late, so the time is not extended (Va. Code 59.1-577(B)(1)-(2)).',
    );
    const unknown = await run('--law kr-pipa --received 2026-03-03 --zone Asia/Seoul --event extension_notified');
    expect(unknown.out[1]).toContain('PIPA knows no extension for this, so the time is not extended (PIPA Arts 35-38');
    const told = await run('--law us-va --received 2026-03-03 --zone Europe/Berlin --event extension_notified');
    expect(told.out.join(' ')).not.toContain('not extended');
  });
});

describe('what cannot be', () => {
  const BASE = '--law eu-gdpr --received 2026-03-05T11:00:00Z --zone Europe/Berlin';

  it.each([
    ['--law eu-gdpp --received 2026-03-05 --zone Europe/Berlin', 'There is no law "eu-gdpp". Known: eu-gdpr uk-gdpr'],
    ['--law us-in --received 2025-03-05 --zone Europe/Berlin', 'us-in was not in force on 2025-03-05: it holds from 2026-01-01.'],
    ['--law eu-gdpr --received 2026-03-05 --zone Europe/Berlim', 'There is no time zone "Europe/Berlim". Write one like Europe/Berlin.'],
    ['--law eu-gdpr --received 2026-13-05 --zone Europe/Berlin', '"2026-13-05" is no moment. Write 2026-03-05T11:00:00Z'],
    ['--law eu-gdpr --received 2026-03-05T11:00 --zone Europe/Berlin', '"2026-03-05T11:00" is no moment.'],
    [`${BASE} --right accesss`, 'There is no right "accesss". Known: access portability'],
    [`${BASE} --holidays QQ`, 'The holidays of "QQ" are not known. Known: '],
    [`${BASE} --event identity_doubted=2026-03-06`, 'There is no event "identity_doubted=2026-03-06". Known: identity_asked'],
    [`${BASE} --event identity_asked`, 'The event identity_asked needs its date.'],
    [`${BASE} --event identity_asked=`, 'The event identity_asked= has no date of the form 2026-03-05.'],
    [`${BASE} --event identity_asked=2026-03-04`, 'The event identity_asked=2026-03-04 is before the receipt.'],
    [
      `${BASE} --event identity_asked=2026-03-09 --event identity_confirmed=2026-03-08`,
      'The event identity_confirmed=2026-03-08 is before the event named before it.',
    ],
    [`${BASE} --event identity_asked=2026-03-09 --event identity_asked=2026-03-10`, 'The event identity_asked=2026-03-10 comes twice.'],
    [`${BASE} --event fee_paid=2026-03-09`, 'The event fee_paid=2026-03-09 answers what was not asked.'],
  ])('%s', async (line, problem) => {
    const { code, out, err } = await run(line);
    expect([code, out]).toEqual([2, []]);
    expect(err).toContain(problem);
  });

  it('is all said at once', async () => {
    const { err } = await run('--law eu-x --received soon --zone Nowhere/At --right r --event e');
    expect(err.split('\n').map((line) => line.slice(0, 16))).toEqual([
      'There is no law ',
      'There is no righ',
      'There is no time',
      'There is no even',
      '"soon" is no mom',
    ]);
  });

  it('is usage when options are missing, unknown or without their value', async () => {
    expect(await run('--law eu-gdpr')).toMatchObject({ code: 3, err: expect.stringContaining('Missing: --received --zone.') });
    expect(await run(`${BASE} --colour red`)).toMatchObject({ code: 3, err: expect.stringContaining('Usage: quittance deadline') });
    expect(await run(`${BASE} --lang xx`)).toMatchObject({ code: 3, err: expect.stringContaining('There are no words in "xx"') });
    expect((await run('--help')).code).toBe(0);
  });
});

describe('quittance deadline --vectors', () => {
  const question = { regime: 'uk-gdpr', right: 'access', timeZone: 'Europe/London', receivedAt: '2026-09-01T11:00:00Z' };
  const file = (...vectors: Record<string, unknown>[]): string =>
    JSON.stringify({ vectors: vectors.map((one, place) => ({ id: `v${place}`, ...question, ...one })) });
  const lines = async (text: string): Promise<Record<string, unknown>[]> =>
    (await run('--vectors given', text)).out.map((line) => JSON.parse(line) as Record<string, unknown>);

  it('uses the holidays of each vector and nothing else, whatever it expects', async () => {
    const [plain, holiday, lied] = await lines(
      file({ events: [] }, { holidaysUsed: ['2026-10-01'] }, { expect: { respondBy: '2030-01-01' }, holidayCalendar: 'GB-ENG' }),
    );
    expect([plain!['respondBy'], holiday!['respondBy'], lied!['respondBy']]).toEqual(['2026-10-01', '2026-10-02', '2026-10-01']);
  });

  it('writes the instant without milliseconds and every missing date as null', async () => {
    const [line] = await lines(file({}));
    expect(line).toMatchObject({ endOfPeriodInstant: '2026-10-01T23:00:00Z', acknowledgeBy: null, by: null, state: 'running' });
  });

  it.each([
    ['a contradictory history', { events: [{ type: 'identity_confirmed', date: '2026-09-03' }] }, 'identity_confirmed=2026-09-03'],
    ['an unknown event', { events: [{ type: 'coffee_break', date: '2026-09-03' }] }, 'coffee_break'],
    ['a law that was not in force', { regime: 'us-ok' }, 'us-ok was not in force on 2026-09-01: it holds from 2027-01-01.'],
    ['several laws none of which was in force', { regime: 'multi:us-ok+us-la' }, 'us-la was not in force'],
    ['an unknown law', { regime: 'multi:us-va+us-zz' }, 'There is no law "us-zz"'],
    ['an unknown zone', { timeZone: 'Mars/Base' }, 'There is no time zone "Mars/Base"'],
    ['a missing field', { right: undefined }, 'These fields cannot be read: right.'],
  ])('gives a line to %s: nulls and the problem', async (_, vector, problem) => {
    const [line, next] = await lines(file(vector, {}));
    const { id, problem: told, ...fields } = line!;
    expect(id).toBe('v0');
    expect(told).toContain(problem);
    expect(new Set(Object.values(fields))).toEqual(new Set([null]));
    expect(next!['respondBy']).toBe('2026-10-01');
  });

  it('says when the file is no such file', async () => {
    expect(await run('--vectors given')).toMatchObject({ code: 2, err: 'The file of --vectors cannot be read.' });
    for (const text of ['{', '{}', '{"vectors":[{}]}', '[]']) expect((await run('--vectors given', text)).code).toBe(2);
  });
});
