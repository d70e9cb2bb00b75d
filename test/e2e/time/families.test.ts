/** One request for each family of laws, on the virtual clock: every mail is read, every receipt is checked. */
import { afterAll, beforeAll } from 'vitest';
import { BERLIN_CONFIGURATION } from '../../life/configurations.ts';
import { type Company, openCompany } from './families-company.ts';
import { europe } from './families-europe.ts';

let berlin: Company;
beforeAll(async () => {
  berlin = await openCompany(BERLIN_CONFIGURATION, '2026-03-02T08:00:00Z');
}, 240_000);
afterAll(async () => {
  await berlin?.laptop.stop();
});

europe(() => berlin);
