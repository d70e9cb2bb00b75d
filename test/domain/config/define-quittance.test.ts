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
    expect(configuration.policies).toEqual(DEFAULT_POLICIES);
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
