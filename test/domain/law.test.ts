/** The shipped laws: figures against the source data, rights, and the choice among laws. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { fullCite } from '../../lib/domain/law/law.ts';
import { articleOf, calendarFor, chooseLaw, grants, lawById } from '../../lib/domain/law/laws.ts';
import { LAW_IDS } from '../../lib/domain/law/law-ids.ts';
import { isRight, RIGHTS } from '../../lib/domain/rights.ts';

const GDPR = lawById('eu-gdpr');
const CCPA = lawById('us-ca-ccpa');

describe('the rights', () => {
  it('are granted with their article', () => {
    expect(articleOf(GDPR, 'access')).toBe('GDPR Art. 15');
    expect(articleOf(CCPA, 'erasure')).toBe('Cal. Civ. Code 1798.105');
    expect(articleOf(CCPA, 'opt-out')).toBe('Cal. Civ. Code 1798.120');
    expect(articleOf(GDPR, 'complaint')).toBe('GDPR Art. 77(1)');
  });

  it('differ from law to law', () => {
    expect(RIGHTS.filter((right) => grants(GDPR, right))).toEqual([
      'access',
      'portability',
      'erasure',
      'rectification',
      'restriction',
      'objection',
      'withdraw-consent',
      'complaint',
    ]);
    expect(RIGHTS.filter((right) => grants(CCPA, right))).toEqual([
      'access',
      'portability',
      'erasure',
      'rectification',
      'opt-out',
      'opt-out-of-sale',
      'limit',
      'complaint',
    ]);
    expect(articleOf(GDPR, 'opt-out-of-sale')).toBeUndefined();
    expect(grants(GDPR, 'appeal')).toBe(false);
  });
});

describe('the law of a request', () => {
  const both = { laws: LAW_IDS, controllerCountry: 'DE-BE' };

  it.each([
    ['US-CA', 'us-ca-ccpa'],
    ['FR', 'eu-gdpr'],
    ['DE-BY', 'eu-gdpr'],
    ['NO', 'eu-gdpr'],
    ['BR', 'eu-gdpr'],
    ['US', 'eu-gdpr'],
    [undefined, 'eu-gdpr'],
  ])('is, for somebody in %s writing to a company in Berlin, %s', (residence, law) => {
    expect(chooseLaw({ ...both, residence })).toBe(law);
  });

  it('is the strictest of the company in California if the residence is not known', () => {
    expect(chooseLaw({ laws: ['us-ca-ccpa', 'eu-gdpr'], controllerCountry: 'US-CA' })).toBe('eu-gdpr');
    expect(chooseLaw({ laws: ['us-ca-ccpa'], controllerCountry: 'US-CA', residence: 'US-NV' })).toBe('us-ca-ccpa');
  });

  it('is never one the company did not declare', () => {
    expect(chooseLaw({ laws: ['eu-gdpr'], controllerCountry: 'DE', residence: 'US-CA' })).toBe('eu-gdpr');
  });

  it('fails for an id nobody wrote down', () => {
    expect(() => lawById('xx-none')).toThrow('There is no law "xx-none"');
  });
});

it('counts with the holidays of the controller in Europe and with its own in California', () => {
  expect(calendarFor(GDPR, 'DE-BE').id).toBe('DE-BE');
  expect(calendarFor(CCPA, 'DE-BE').id).toBe('US-CA');
});

interface Figure {
  value: { amount: number; unit: string };
  cite: string;
  memory?: boolean;
}

interface Source {
  id: string;
  inForceFrom: string;
  rights: Record<string, { cite: string; memory?: boolean }>;
  noticeIndirect?: Figure;
  legalHold?: Figure;
  records?: { keep: Figure };
  complaint: { cite: string; memory?: boolean };
  verification: { neverDisclose?: string[]; neverDiscloseCite?: string; neverDiscloseMemory?: boolean };
  counting: { rule: string };
  clocks: Record<string, { value: { amount: number; unit: string } | null; cite: string; memory?: boolean; appliesTo?: string[] }>;
  pauses: Record<string, { value: string; cite: string; memory?: boolean }>;
  extension: {
    value: { amount: number; unit: string };
    cite: string;
    memory?: boolean;
    noticeBy: string;
    times: number;
    notFor?: string[];
  };
  refusal: { cite: string; value: { mustState: string[] } };
}

interface Regimes {
  regimes: Source[];
  responseContent: { access: Record<string, { items: [string, string][] }> };
  exemptions: Record<string, { code: string; cite: string }[]>;
}

const FILE = join(import.meta.dirname, '../../../shared/data/regimes.json');
const source = existsSync(FILE) ? (JSON.parse(readFileSync(FILE, 'utf8')) as Regimes) : undefined;
const status = (memory: boolean | undefined): string => (memory ? 'toBeConfirmed' : 'confirmed');
/** Item citations leave out what is the same everywhere: "Art. " and "1798.". */
const short = (cite: string): string => cite.replace(/^(Art\. |1798\.)/, '');

describe.skipIf(source === undefined).each(LAW_IDS)('the figures of %s equal the source data', (id) => {
  const law = lawById(id);
  const from = source?.regimes.find((regime) => regime.id === id) as Source;

  it('in rights and validity', () => {
    expect(law.validFrom).toBe(from.inForceFrom);
    expect(law.counting.rule).toBe(from.counting.rule);
    for (const [right, { cite }] of Object.entries(from.rights)) {
      if (isRight(right)) expect(law.rights[right]?.cite).toBe(cite);
    }
    expect(Object.keys(law.rights).toSorted()).toEqual(Object.keys(from.rights).filter(isRight).toSorted());
  });

  it('in clocks, pauses and extension', () => {
    for (const [duty, { value, cite, memory, appliesTo }] of Object.entries(from.clocks)) {
      const clock = law.clocks.find((each) => each.duty === duty.replace('reconsentWait', 'reconsent-wait'));
      expect(clock && { amount: clock.amount, unit: clock.unit }).toEqual(value ?? undefined);
      if (clock) expect([clock.cite, clock.status, clock.appliesTo]).toEqual([cite, status(memory), appliesTo]);
    }
    for (const [kind, { value, cite, memory }] of Object.entries(from.pauses)) {
      expect(law.pauses[kind as 'identity']).toEqual({ effect: value, cite, status: status(memory) });
    }
    const { extension } = law;
    expect(extension).toMatchObject({
      ...from.extension.value,
      cite: from.extension.cite,
      status: status(from.extension.memory),
      times: from.extension.times,
    });
    expect(extension?.notFor).toEqual(from.extension.notFor ?? []);
    const words = { month: 'month', day: 'days', businessDay: 'business days' }[extension!.noticeBy.unit];
    expect(from.extension.noticeBy.replace('one', '1')).toContain(`${extension?.noticeBy.amount} ${words}`);
    expect([law.refusal.cite, law.refusal.mustState]).toEqual([from.refusal.cite, from.refusal.value.mustState]);
  });

  it('in the duties written elsewhere', () => {
    const figures = [
      ['notice-indirect', from.noticeIndirect],
      ['legal-hold', from.legalHold],
      ['record', from.records?.keep],
    ] as const;
    for (const [duty, figure] of figures) {
      const clock = law.clocks.find((each) => each.duty === duty);
      expect(clock && { amount: clock.amount, unit: clock.unit, cite: clock.cite, status: clock.status }).toEqual(
        figure && { ...figure.value, cite: figure.cite, status: status(figure.memory) },
      );
    }
    const { verification } = from;
    expect(law.neverDisclose).toEqual(
      verification.neverDisclose && {
        values: verification.neverDisclose,
        cite: verification.neverDiscloseCite,
        status: status(verification.neverDiscloseMemory),
      },
    );
    expect(law.automatedDecisions).toMatchObject({
      cite: from.rights['automated-decision']?.cite,
      status: status(from.rights['automated-decision']?.memory),
    });
    expect(law.remedies.nonRetaliation?.cite).toBe(from.rights['noRetaliation']?.cite);
    expect([law.remedies.complaint.cite, law.remedies.complaint.status]).toEqual([from.complaint.cite, status(from.complaint.memory)]);
    expect(law.remedies.appeal).toBeUndefined();
  });

  it('in contents and exemptions', () => {
    expect(law.responseContent.access?.items.map(({ code, cite }) => [code, short(cite)])).toEqual(
      source?.responseContent.access[id]?.items,
    );
    for (const kind of ['any', 'erasure', 'objection'] as const) {
      expect(law.exemptions[kind]?.map(({ code, cite }) => ({ code, cite: short(cite) }))).toEqual(source?.exemptions[`${id}.${kind}`]);
    }
  });
});

it('names the source of a citation, in every part of it', () => {
  expect(fullCite(GDPR, 'Art. 12(3)')).toBe('GDPR Art. 12(3)');
  expect(fullCite(CCPA, '11 CCR 7021(b); 1798.145(h)(1)')).toBe('11 CCR 7021(b); Cal. Civ. Code 1798.145(h)(1)');
});

describe('docs/law.md', () => {
  const doc = readFileSync(join(import.meta.dirname, '../../docs/law.md'), 'utf8');

  it.each(LAW_IDS)('has the row of %s as the data say it', (id) => {
    const { rights, clocks, extension, counting } = lawById(id);
    const respond = clocks.find(({ duty }) => duty === 'respond');
    const figure = (clock: { amount: number; unit: string; cite: string } | undefined): string =>
      clock ? `${clock.amount} ${clock.unit}, ${clock.cite}` : '-';
    expect(doc).toContain(`| \`${id}\` | ${Object.keys(rights).length} | ${figure(respond)} | ${figure(extension)} | ${counting.rule} |`);
  });
});
