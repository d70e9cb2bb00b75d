/** Which authority a person is pointed to. */
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { authoritiesFor, authorityFor } from '../../lib/domain/authorities/authority-for.ts';
import { EUROPEAN_AUTHORITIES } from '../../lib/domain/authorities/europe.ts';
import { GERMAN_AUTHORITIES } from '../../lib/domain/authorities/germany.ts';
import { calendarOf } from '../../lib/domain/calendar/calendar.ts';
import { lawById } from '../../lib/domain/law/laws.ts';

const BERLIN = 'https://www.datenschutz-berlin.de';
const urls = (places: Parameters<typeof authoritiesFor>[0]): string[] => authoritiesFor(places).map(({ url }) => url);

describe('the authority', () => {
  it.each([
    [{ residence: 'FR', controllerCountry: 'DE-BE' }, ['https://www.cnil.fr/']],
    [{ residence: 'DE', controllerCountry: 'DE-BE' }, [BERLIN]],
    // The Land of the company decides, wherever in Germany the person lives.
    [{ residence: 'DE-BY', controllerCountry: 'DE-BE' }, [BERLIN]],
    [{ residence: 'DE-BY', controllerCountry: 'IE' }, ['https://www.lda.bayern.de/de/index.html']],
    [{ residence: 'DE', controllerCountry: 'US-CA' }, ['https://www.bfdi.bund.de']],
    [{ residence: 'DE-XX', controllerCountry: 'DE' }, ['https://www.bfdi.bund.de']],
    [{ controllerCountry: 'DE-BE' }, [BERLIN]],
    [{ residence: 'BR', controllerCountry: 'DE-BE' }, [BERLIN]],
    [{ residence: 'US-CA', controllerCountry: 'DE-BE' }, ['https://cppa.ca.gov', 'https://oag.ca.gov']],
    // A Californian whose request is answered under the GDPR complains in Europe.
    [{ residence: 'US-CA', controllerCountry: 'DE-BE', to: 'supervisory-authority' as const }, [BERLIN]],
    [{ controllerCountry: 'DE-BE', to: 'agency-and-attorney-general' as const }, ['https://cppa.ca.gov', 'https://oag.ca.gov']],
    [{ residence: 'BR', controllerCountry: 'BR' }, []],
  ])('for %j is %j', (places, expected) => expect(urls(places)).toEqual(expected));

  it('is the first of them', () => {
    expect(authorityFor({ residence: 'AT', controllerCountry: 'DE-BE' })).toMatchObject({
      name: 'Österreichische Datenschutzbehörde',
      email: 'dsb@dsb.gv.at',
    });
    expect(authorityFor({ controllerCountry: 'BR' })).toBeUndefined();
  });

  it('is known for every place the GDPR covers, and every Land whose holidays are', () => {
    for (const place of lawById('eu-gdpr').jurisdictions)
      expect(authorityFor({ residence: place, controllerCountry: place })).toBeDefined();
    for (const land of Object.keys(GERMAN_AUTHORITIES)) expect(calendarOf(land).known).toBe(true);
    expect(Object.keys(GERMAN_AUTHORITIES)).toHaveLength(17);
  });
});

const SOURCE = join(import.meta.dirname, '../../../shared/data/supervisory-authorities');

interface Source {
  name: string;
  web?: string;
  webform?: string;
  email?: string;
  phone?: string;
  address: string;
}

describe.skipIf(!existsSync(SOURCE))('the contact data', () => {
  const source = existsSync(SOURCE)
    ? readdirSync(SOURCE)
        .filter((file) => file.endsWith('.json'))
        .map((file) => JSON.parse(readFileSync(join(SOURCE, file), 'utf8')) as Source)
    : [];

  it('are those of the source', () => {
    for (const authority of [...Object.values(EUROPEAN_AUTHORITIES), ...Object.values(GERMAN_AUTHORITIES)]) {
      const from = source.find(({ name }) => name === authority.name);
      expect(authority).toEqual({
        name: from?.name,
        url: from?.web,
        address: from?.address.replaceAll(/\s*\n\s*/g, ', '),
        ...(from?.email ? { email: from.email } : {}),
        ...(from?.phone ? { phone: from.phone } : {}),
        ...(from?.webform ? { complaintForm: from.webform } : {}),
      });
    }
  });
});
