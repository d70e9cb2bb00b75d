/** Which authority a person is pointed to. */
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { authoritiesFor, authorityFor } from '../../lib/domain/authorities/authority-for.ts';
import { EUROPEAN_AUTHORITIES } from '../../lib/domain/authorities/europe.ts';
import { GERMAN_AUTHORITIES } from '../../lib/domain/authorities/germany.ts';
import { calendarOf } from '../../lib/domain/calendar/calendar.ts';
import { LAW_IDS } from '../../lib/domain/law/law-ids.ts';
import { lawById } from '../../lib/domain/law/laws.ts';

const BERLIN = 'https://www.datenschutz-berlin.de';
const OF_RESIDENCE = 'of-residence' as const;
const urls = (places: Omit<Parameters<typeof authoritiesFor>[0], 'to'>): (string | undefined)[] =>
  authoritiesFor({ ...places, to: OF_RESIDENCE }).map(({ url }) => url);

describe('the authority of the residence', () => {
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
    // A Californian whose request is answered under the GDPR complains in Europe.
    [{ residence: 'US-CA', controllerCountry: 'DE-BE' }, [BERLIN]],
    [{ residence: 'BR', controllerCountry: 'BR' }, []],
  ])('for %j is %j', (places, expected) => expect(urls(places)).toEqual(expected));

  it('is the first of them', () => {
    expect(authorityFor({ residence: 'AT', controllerCountry: 'DE-BE', to: OF_RESIDENCE })).toMatchObject({
      name: 'Österreichische Datenschutzbehörde',
      email: 'dsb@dsb.gv.at',
    });
    expect(authorityFor({ controllerCountry: 'BR', to: OF_RESIDENCE })).toBeUndefined();
  });

  it('is known for every place the GDPR covers, and every Land whose holidays are', () => {
    for (const place of lawById('eu-gdpr').jurisdictions)
      expect(authorityFor({ residence: place, controllerCountry: place, to: OF_RESIDENCE })).toBeDefined();
    for (const land of Object.keys(GERMAN_AUTHORITIES)) expect(calendarOf(land).knownIn(2026)).toBe(true);
    expect(Object.keys(GERMAN_AUTHORITIES)).toHaveLength(17);
  });
});

describe('the authority that a law names', () => {
  const named = (id: string): string[] =>
    authoritiesFor({ residence: 'FR', controllerCountry: 'DE-BE', to: lawById(id).remedies.complaint.to }).map(({ name }) => name);

  it('is named wherever the person lives', () => {
    expect(named('us-ca-ccpa')).toEqual(['California Privacy Protection Agency (CalPrivacy)', 'Attorney General of California']);
    expect(named('us-va')).toEqual(['Attorney General of Virginia']);
    expect(named('uk-gdpr')).toEqual([EUROPEAN_AUTHORITIES['GB']?.name]);
    expect(named('ch-fadp')).toEqual([EUROPEAN_AUTHORITIES['CH']?.name]);
  });

  it('is known for every law but those of which only the periods are', () => {
    expect(LAW_IDS.filter((id) => named(id).length === 0)).toEqual(LAW_IDS.filter((id) => lawById(id).enactedOnly));
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
