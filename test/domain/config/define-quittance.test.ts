/** A good file is completed; a bad one is refused with every problem, its place, and what to do. */
import { describe, expect, it } from 'vitest';
import { http } from '../../../lib/connectors/http.ts';
import { postgres } from '../../../lib/connectors/postgres.ts';
import { DEFAULT_POLICIES } from '../../../lib/domain/config/default-policies.ts';
import { defineQuittance } from '../../../lib/domain/config/define-quittance.ts';
import { secretNames } from '../../../lib/domain/config/secret-names.ts';
import { fullColumns } from '../../../lib/domain/data-map.ts';
import demo from '../../../quittance.config.ts';
import { crmInput, input, shopInput } from './configuration-file.ts';

describe('a good file', () => {
  it('is completed with defaults', () => {
    const configuration = defineQuittance(input());
    const to = ['privacy@co.example'];
    const reminders = [10, 3].map((daysBefore) => ({ daysBefore, to }));
    expect(configuration.policies).toEqual({ ...DEFAULT_POLICIES, reminders });
    expect(configuration).not.toHaveProperty('brands');
    expect(configuration.staff).toEqual({ rolesClaim: 'roles' });
    expect(configuration.recipients[0]!.purpose).toEqual({ en: 'Hosting' });
    expect(configuration.systems['shop']).toMatchObject({ kind: 'postgres', label: { en: 'Shop' }, findAfter: [], eraseAfter: [] });
    expect(configuration.systems['shop']!.settings).toMatchObject({
      secret: '/shop',
      zone: 'Europe/Berlin',
      pool: 1,
      timeoutMs: 30_000,
      tables: { orders: { schema: 'public', table: 'orders', key: ['id'], belongsTo: [{ column: 'user', dataset: 'users', key: 'id' }] } },
    });
  });

  it('reads columns in short form, and lets a column, then its dataset, then the system decide', () => {
    const file = input();
    file.systems['shop'] = postgres({
      ...shopInput(),
      datasets: {
        users: {
          label: 'Users',
          match: { email: 'mail' },
          disclose: 'describe',
          recipients: [],
          erasure: 'delete',
          columns: {
            id: 'a',
            mail: 'b observed value',
            hash: 'c never derived other',
            long: { category: 'd', purpose: 'Own', legalBasis: 'consent' },
          },
        },
      },
    });
    file.systems['crm'] = http({
      ...crmInput(),
      findAfter: [],
      datasets: { contacts: { ...crmInput().datasets['contacts']!, export: { method: 'GET', path: '/{identifier.email}', rows: '$' } } },
    });
    const columns = fullColumns(defineQuittance(file).systems['shop']!.datasets[0]!);
    const base = { purpose: { en: 'To serve' }, legalBasis: 'contract', recipients: [], retention: { en: 'a year' }, transfers: [] };
    expect(columns).toEqual([
      { ...base, name: 'id', category: 'a', disclose: 'describe', provided: 'given', about: 'person' },
      { ...base, name: 'mail', category: 'b', disclose: 'value', provided: 'observed', about: 'person' },
      { ...base, name: 'hash', category: 'c', disclose: 'never', provided: 'derived', about: 'other' },
      {
        ...base,
        name: 'long',
        category: 'd',
        disclose: 'describe',
        provided: 'given',
        about: 'person',
        purpose: { en: 'Own' },
        legalBasis: 'consent',
      },
    ]);
  });

  it('reminds the data protection officer first, and else whoever it names, the farthest from the date first', () => {
    const officer = { name: 'Ottilie', email: 'dpo@co.example' };
    const byDefault = defineQuittance({ ...input(), dataProtectionOfficer: officer }).policies.reminders;
    expect(byDefault).toEqual([
      { daysBefore: 10, to: ['dpo@co.example'] },
      { daysBefore: 3, to: ['privacy@co.example'] },
    ]);
    const named = [2, 20, 7].map((daysBefore) => ({ daysBefore, to: [`after-${daysBefore}@co.example`] }));
    const { policies } = defineQuittance({ ...input(), policies: { reminders: named, targetDays: 0 } });
    expect(policies.reminders.map(({ daysBefore }) => daysBefore)).toEqual([20, 7, 2]);
    expect(policies.targetDays).toBe(0);
  });

  it('says what it holds for others, by brand and by system', () => {
    const other = { name: 'Other', address: 'Street 2', country: 'AT', email: 'privacy@other.example' };
    const file = input();
    file.brands = { kiosk: { label: 'Kiosk', role: 'processor', controller: other }, shop: { label: 'Shop', role: 'controller' } };
    // Nobody asks it, so it needs no identifier either.
    file.systems['crm'] = http({ ...crmInput(), findAfter: [], role: 'processor', onBehalfOf: other });
    const { brands, systems } = defineQuittance(file);
    expect(brands).toEqual({
      kiosk: { label: { en: 'Kiosk' }, role: 'processor', controller: other },
      shop: { label: { en: 'Shop' }, role: 'controller' },
    });
    expect(systems['crm']).toMatchObject({ role: 'processor', onBehalfOf: other });
    expect(systems['shop']).not.toHaveProperty('role');
  });

  it('corrects the calendars of places', () => {
    const holidays = { 'ES-AN': { add: { '2026-12-07': 'Día de la Constitución' } }, DE: { remove: ['2027-05-01'] } };
    expect(defineQuittance({ ...input(), holidays }).holidays).toEqual(holidays);
  });

  it('is plain data, so that it can be bundled', () => {
    expect(JSON.parse(JSON.stringify(demo))).toEqual(demo);
  });

  it('of the demo declares at least twelve datasets linked by keys, under two laws and in two languages', () => {
    expect(demo.systems['shop']!.datasets.length).toBeGreaterThanOrEqual(12);
    expect(demo.laws).toEqual(['eu-gdpr', 'us-ca-ccpa']);
    expect(demo.languages).toEqual(['en', 'de']);
  });
});

describe('secretNames', () => {
  it('names what functions must be allowed to read, each once', () => {
    expect(secretNames(demo)).toEqual(['/quittance/connectors/shop', '/quittance/connectors/crm']);
    const file = input();
    file.systems['shop'] = postgres({ ...shopInput(), secret: '/crm', caSecret: '/ca' });
    expect(secretNames(defineQuittance(file))).toEqual(['/crm', '/ca']);
  });
});
