/** What is the company's own to answer, and what somebody else must. */
import { describe, expect, it } from 'vitest';
import type { Party, SystemDeclaration } from '../../lib/domain/configuration.ts';
import { answererOf, handoversOf, heldNames, ownSystems } from '../../lib/domain/passing-on.ts';
import { planWaves } from '../../lib/domain/plan.ts';
import { collectedCategories } from '../../lib/domain/refusal/categories.ts';
import type { Request } from '../../lib/domain/request.ts';
import { retainedDatasets } from '../../lib/web/customer/retained.ts';
import { company } from '../company.ts';

const party = (name: string): Party => ({ name, address: 'Street 1', country: 'CH', email: `privacy@${name.toLowerCase()}.example` });
const own = company();
const held = (name: string): SystemDeclaration => ({
  ...own.systems['shop']!,
  role: 'processor',
  onBehalfOf: party(name),
  label: { en: name },
});
const mixed = {
  ...own,
  systems: { ...own.systems, rooms: held('Hotel'), tills: held('Kiosk'), stock: held('Kiosk') },
  brands: {
    own: { label: { en: 'Ours' }, role: 'controller' as const },
    kiosk: { label: { en: 'The Kiosk', de: 'Der Kiosk' }, role: 'processor' as const, controller: party('Kiosk') },
  },
};

describe('a request', () => {
  it('is passed on to each controller once for all their systems, unless its brand is one controller’s', () => {
    const whom = (brand?: string) =>
      handoversOf(mixed, brand === undefined ? {} : { brand }).map(({ to, systems }) => [to.name, systems.join()]);
    const parts = [
      ['Hotel', 'rooms'],
      ['Kiosk', 'tills,stock'],
    ];
    expect(whom()).toEqual(parts);
    expect(whom('own')).toEqual(parts);
    expect(whom('kiosk')).toEqual([['Kiosk', '']]);
    expect(handoversOf(own, {})).toEqual([]);
  });

  it('that appeals against an answer of ours is ours to decide', () => {
    const appealOf: NonNullable<Request['appealOf']> = {
      id: 'req_019a8f2c-3b7a-7c41-9d55-0f6a2e8b4c10',
      reference: 'Q-7F3K-9M2X',
      refused: [],
      deciders: [],
    };
    expect(handoversOf(mixed, { brand: 'kiosk', appealOf })).toEqual([]);
  });

  it('has another answerer only for a brand that is run for somebody, not for one that is gone', () => {
    expect(['kiosk', 'own', 'gone'].map((brand) => answererOf(mixed, { brand })?.name)).toEqual(['Kiosk', undefined, undefined]);
    expect(answererOf(mixed, {})).toBeUndefined();
  });

  it('names what was passed on by system, or by brand, also when the configuration has forgotten it', () => {
    expect(heldNames(mixed, { brand: undefined, held: ['rooms', 'gone'], lang: 'de' })).toEqual(['Hotel', 'gone']);
    expect(heldNames(mixed, { brand: 'kiosk', held: [], lang: 'de' })).toEqual(['Der Kiosk']);
  });
});

it('what is held for others is neither searched nor told as the company’s own', () => {
  expect(ownSystems(mixed)).toHaveLength(2);
  expect(planWaves(mixed, 'erase').flat().toSorted()).toEqual(['crm', 'shop']);
  expect(collectedCategories(mixed, 'en')).toEqual(collectedCategories(own, 'en'));
  expect(retainedDatasets(mixed, 'en')).toEqual(retainedDatasets(own, 'en'));
});
