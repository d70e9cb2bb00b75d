/** One request for each family of laws, on the virtual clock: every mail is read, every receipt is checked. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { BERLIN_CONFIGURATION, NEW_YORK_CONFIGURATION } from '../../life/configurations.ts';
import { type Company, openCompany } from './families-company.ts';
import { britain } from './families-britain.ts';
import { california } from './families-california.ts';
import { europe } from './families-europe.ts';
import { americanStates } from './families-states.ts';
import { restOfTheWorld } from './families-world.ts';

let berlin: Company;
let newYork: Company;
beforeAll(async () => {
  berlin = await openCompany(BERLIN_CONFIGURATION, '2026-03-02T08:00:00Z');
  newYork = await openCompany(NEW_YORK_CONFIGURATION, '2026-03-02T14:00:00Z');
}, 240_000);
afterAll(async () => {
  await berlin?.laptop.stop();
  await newYork?.laptop.stop();
});

europe(() => berlin);
california(() => newYork);
americanStates(() => newYork);
restOfTheWorld(() => newYork);
britain(() => newYork);

describe('what is left when all requests are over', () => {
  const companies = (): [string, Company][] => [
    ['Berlin', berlin],
    ['New York', newYork],
  ];

  it('is no mail that nobody expected', async () => {
    for (const [place, company] of companies())
      expect(
        (await company.unread()).map(({ to, subject }) => `${to.join()}: ${subject}`),
        place,
      ).toEqual([]);
  });

  it('is no name and no address in any file but the mailboxes', () => {
    for (const [place, company] of companies()) {
      const { elsewhere, mailboxes } = company.filesNamingAnybody();
      expect(elsewhere, place).toEqual([]);
      // The same search finds them where they belong.
      expect(mailboxes, place).toBeGreaterThan(0);
    }
  });
});
