/** Mails changed at random, for a few seconds; `mail-fuzz-run.ts` goes on longer. */
import { expect, it } from 'vitest';
import { readMail } from '../../../lib/mail/inbound/read-mail.ts';
import { random } from '../../random.ts';
import { CORPUS, faultsOf, fuzzMails, mutant } from './mail-fuzz.ts';

it('no mail makes the parser throw, exceed a bound or change its fingerprint with its trace headers', { timeout: 60_000 }, async () => {
  const { runs, answers } = await fuzzMails({ seconds: 3, seed: 1 });
  expect(runs).toBeGreaterThan(200);
  // The fuzzer reaches every answer about senders: else it would only be throwing rubbish at the door.
  expect(Object.keys(answers)).toEqual(expect.arrayContaining(['sender', 'none', 'several', 'odd']));
});

it('the door gives every mail an answer', { timeout: 60_000 }, async () => {
  const next = random(2);
  const mails = [...CORPUS, ...Array.from({ length: 20 }, () => mutant((limit) => Math.floor(next() * limit)))];
  for (const raw of mails) {
    const read = await readMail(raw);
    expect(read.ok ? faultsOf(read.mail) : read.reason).toEqual([]);
  }
});
