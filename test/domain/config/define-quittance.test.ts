/** A good file is completed; a bad one is refused with every problem, its place, and what to do. */
import { describe, expect, it } from 'vitest';
import { http } from '../../../lib/connectors/http.ts';
import { postgres } from '../../../lib/connectors/postgres.ts';
import { ConfigurationError, type Problem } from '../../../lib/domain/config/configuration-error.ts';
import type { ConfigurationInput, DatasetDefaults, HttpInput, PostgresInput } from '../../../lib/domain/config/configuration-input.ts';
import { DEFAULT_POLICIES } from '../../../lib/domain/config/default-policies.ts';
import { defineQuittance } from '../../../lib/domain/config/define-quittance.ts';
import { secretNames } from '../../../lib/domain/config/secret-names.ts';
import { fullColumns } from '../../../lib/domain/data-map.ts';
import demo from '../../../quittance.config.ts';

const DEFAULTS: DatasetDefaults = {
  purpose: 'To serve',
  legalBasis: 'contract',
  recipients: ['Host AG'],
  retention: 'a year',
  provided: 'given',
};
const SENTENCE = { ground: 'g', article: '§ 1', years: 8, sentence: 'Kept.' };

function shopInput(): PostgresInput {
  return {
    label: 'Shop',
    secret: '/shop',
    defaults: DEFAULTS,
    datasets: {
      users: {
        label: 'Users',
        match: { email: 'mail', customerId: 'id' },
        yields: { customerId: 'id' },
        columns: { id: 'technical derived', mail: 'contact' },
        erasure: { how: 'delete', shell: { mail: null } },
      },
      orders: {
        label: 'Orders',
        belongsTo: { user: 'users.id' },
        columns: { id: 'technical', user: 'technical', day: 'purchase observed' },
        erasure: { how: 'retain', retain: { ...SENTENCE, from: 'day' } },
      },
    },
  };
}

function crmInput(): HttpInput {
  return {
    label: 'CRM',
    secret: '/crm',
    defaults: DEFAULTS,
    findAfter: ['shop'],
    datasets: {
      contacts: {
        label: 'Contacts',
        columns: { id: 'technical', note: 'profile derived never other' },
        erasure: 'delete',
        export: { method: 'GET', path: '/c/{identifier.customerId}', rows: '$.items' },
        erase: { method: 'DELETE', path: '/c/{row.id}' },
      },
    },
  };
}

function input(): ConfigurationInput {
  return {
    controller: { name: 'Co', address: 'Street 1', country: 'DE', email: 'privacy@co.example', zone: 'Europe/Berlin' },
    laws: ['eu-gdpr'],
    languages: ['en'],
    mailFrom: 'privacy@co.example',
    recipients: [{ name: 'Host AG', role: 'processor', country: 'DE', purpose: 'Hosting' }],
    systems: { shop: postgres(shopInput()), crm: http(crmInput()) },
  };
}

/** The problems of the file after a change to it, made on plain data as a JavaScript file could. */
function problemsAfter(change: (file: Loose) => void): Problem[] {
  const changed = raw();
  change(changed);
  try {
    defineQuittance(changed as unknown as ConfigurationInput);
  } catch (error) {
    if (error instanceof ConfigurationError) return error.problems;
    throw error;
  }
  return [];
}

/** Plain data without types: these tests write what the types forbid. */
interface Loose {
  [key: string]: Loose;
}
function raw(): Loose {
  return structuredClone(input()) as unknown as Loose;
}

const loose = (value: unknown): Loose => value as Loose;
const users = (file: Loose): Loose => file['systems']!['shop']!['datasets']!['users']!;
const orders = (file: Loose): Loose => file['systems']!['shop']!['datasets']!['orders']!;
const contacts = (file: Loose): Loose => file['systems']!['crm']!['datasets']!['contacts']!;

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

describe('a bad file', () => {
  const cases: [what: string, change: (file: Loose) => void, path: string, remedy?: RegExp][] = [
    [
      'a section that is missing',
      (file) => {
        delete file['controller'];
      },
      'controller',
    ],
    [
      'an unknown section',
      (file) => {
        file['sytems'] = {};
      },
      'sytems',
      /systems/,
    ],
    [
      'an unknown time zone',
      (file) => {
        file['controller']!['zone'] = loose('Europe/Bonn');
      },
      'controller.zone',
      /Europe\/Berlin/,
    ],
    [
      'a country in words',
      (file) => {
        file['controller']!['country'] = loose('Germany');
      },
      'controller.country',
      /DE/,
    ],
    [
      'an address that is none',
      (file) => {
        file['mailFrom'] = loose('privacy');
      },
      'mailFrom',
    ],
    [
      'a law in words',
      (file) => {
        file['laws'] = loose(['GDPR']);
      },
      'laws.0',
      /eu-gdpr/,
    ],
    [
      'no language',
      (file) => {
        file['languages'] = loose([]);
      },
      'languages',
    ],
    [
      'a text that lacks a language',
      (file) => {
        file['languages'] = loose(['en', 'de']);
      },
      'systems.shop.datasets.users.label',
      /en, de/,
    ],
    [
      'a recipient named twice',
      (file) => {
        (file['recipients'] as unknown as Loose[]).push(structuredClone(file['recipients']!['0']!));
      },
      'recipients.1.name',
    ],
    [
      'a role that does not exist',
      (file) => {
        file['recipients']!['0']!['role'] = loose('friend');
      },
      'recipients.0.role',
      /processor/,
    ],
    [
      'a download window under 30 days',
      (file) => {
        file['policies'] = loose({ downloadDays: 7 });
      },
      'policies.downloadDays',
      /30/,
    ],
    [
      'records that California wants longer',
      (file) => {
        file['laws'] = loose(['us-ca-ccpa']);
        file['policies'] = loose({ recordYears: 1 });
      },
      'policies.recordYears',
      /7101/,
    ],
    [
      'a system that is neither',
      (file) => {
        delete file['systems']!['shop']!['kind'];
      },
      'systems.shop',
      /postgres\(\{/,
    ],
    [
      'no system at all',
      (file) => {
        file['systems'] = {};
      },
      'systems',
    ],
    [
      'a system without datasets',
      (file) => {
        file['systems']!['shop']!['datasets'] = {};
      },
      'systems.shop.datasets',
    ],
    [
      'a secret that is no name',
      (file) => {
        file['systems']!['shop']!['secret'] = loose('postgres://u:p@h/d');
      },
      'systems.shop.secret',
      /SSM/,
    ],
    [
      'an unknown system to wait for',
      (file) => {
        file['systems']!['crm']!['findAfter'] = loose(['shop', 'erp']);
      },
      'systems.crm.findAfter.1',
      /shop, crm/,
    ],
    [
      'systems that wait for each other',
      (file) => {
        file['systems']!['shop']!['eraseAfter'] = loose(['crm']);
        file['systems']!['crm']!['eraseAfter'] = loose(['shop']);
      },
      'systems.shop.eraseAfter',
    ],
    [
      'an identifier whose giver is not waited for',
      (file) => {
        file['systems']!['crm']!['findAfter'] = loose([]);
      },
      'systems.crm',
      /add shop to `findAfter`/,
    ],
    [
      'an identifier nobody gives',
      (file) => {
        users(file)['yields'] = {};
      },
      'systems.shop',
      /identifiers/,
    ],
    [
      'an unknown recipient of a dataset',
      (file) => {
        users(file)['recipients'] = loose(['Nobody']);
      },
      'systems.shop.datasets.users.recipients.0',
    ],
    [
      'an unknown recipient of a column',
      (file) => {
        users(file)['columns']!['mail'] = loose({ category: 'c', recipients: ['Nobody'] });
      },
      'systems.shop.datasets.users.columns.mail.recipients.0',
    ],
    [
      'a missing purpose',
      (file) => {
        delete file['systems']!['shop']!['defaults']!['purpose'];
      },
      'systems.shop.datasets.users.purpose',
      /defaults/,
    ],
    [
      'a column that does not say where it comes from',
      (file) => {
        delete file['systems']!['shop']!['defaults']!['provided'];
      },
      'systems.shop.datasets.users.columns.mail',
    ],
    [
      'an unknown word in a short form',
      (file) => {
        users(file)['columns']!['mail'] = loose('contact givn');
      },
      'systems.shop.datasets.users.columns.mail',
      /given/,
    ],
    [
      'two words for one thing',
      (file) => {
        users(file)['columns']!['mail'] = loose('contact given observed');
      },
      'systems.shop.datasets.users.columns.mail',
      /keep one/,
    ],
    [
      'an unknown key column',
      (file) => {
        users(file)['key'] = loose('nr');
      },
      'systems.shop.datasets.users.key',
    ],
    [
      'an unknown matching column',
      (file) => {
        users(file)['match']!['email'] = loose('emial');
      },
      'systems.shop.datasets.users.match.email',
    ],
    [
      'an unknown yielding column',
      (file) => {
        users(file)['yields']!['customerId'] = loose('nr');
      },
      'systems.shop.datasets.users.yields.customerId',
    ],
    [
      'an unknown shell column',
      (file) => {
        users(file)['erasure'] = loose({ how: 'delete', shell: { phone: null } });
      },
      'systems.shop.datasets.users.erasure.shell.phone',
    ],
    [
      'an unknown anonymised column',
      (file) => {
        users(file)['erasure'] = loose({ how: 'anonymise', columns: { phone: null } });
      },
      'systems.shop.datasets.users.erasure.columns.phone',
    ],
    [
      'an unknown blanked column',
      (file) => {
        orders(file)['erasure']!['blank'] = loose(['note']);
      },
      'systems.shop.datasets.orders.erasure.blank.note',
    ],
    [
      'a key to an unknown dataset',
      (file) => {
        orders(file)['belongsTo'] = loose({ user: 'people.id' });
      },
      'systems.shop.datasets.orders.belongsTo.user',
    ],
    [
      'a key to an unknown column',
      (file) => {
        orders(file)['belongsTo'] = loose({ user: 'users.nr' });
      },
      'systems.shop.datasets.orders.belongsTo.user',
      /users/,
    ],
    [
      'a key from an unknown column',
      (file) => {
        orders(file)['belongsTo'] = loose({ customer: 'users.id' });
      },
      'systems.shop.datasets.orders.belongsTo.customer',
    ],
    [
      'keys in a circle',
      (file) => {
        users(file)['refersTo'] = loose({ id: 'orders.id' });
      },
      'systems.shop.datasets',
    ],
    [
      'rows nobody can be matched with',
      (file) => {
        orders(file)['belongsTo'] = {};
      },
      'systems.shop.datasets.orders',
      /match/,
    ],
    [
      'a retention without its date column',
      (file) => {
        orders(file)['erasure']!['retain']!['from'] = loose('placed_on');
      },
      'systems.shop.datasets.orders.erasure.retain.from',
      /date column/,
    ],
    [
      'a retention from a dataset it does not belong to',
      (file) => {
        orders(file)['erasure']!['retain']!['from'] = loose('payments.day');
      },
      'systems.shop.datasets.orders.erasure.retain.from',
    ],
    [
      'a retention without a sentence',
      (file) => {
        delete orders(file)['erasure']!['retain']!['sentence'];
      },
      'systems.shop.datasets.orders.erasure.retain.sentence',
    ],
    [
      'an erasure that does not exist',
      (file) => {
        orders(file)['erasure'] = loose('forget');
      },
      'systems.shop.datasets.orders.erasure',
      /delete/,
    ],
    [
      'deleted rows that kept rows point at',
      (file) => {
        users(file)['erasure'] = loose('delete');
      },
      'systems.shop.datasets.orders.erasure',
      /shell/,
    ],
    [
      'anonymised rows that keep pointing at deleted ones',
      (file) => {
        orders(file)['erasure'] = loose({ how: 'anonymise', columns: { day: null } });
      },
      'systems.shop.datasets.orders.erasure.columns',
      /user to null/,
    ],
    [
      'kept rows that could not be found again',
      (file) => {
        orders(file)['erasure']!['blank'] = loose(['user']);
      },
      'systems.shop.datasets.orders.erasure.blank',
    ],
    [
      'a path with a query',
      (file) => {
        contacts(file)['export']!['path'] = loose('/c?id={identifier.customerId}');
      },
      'systems.crm.datasets.contacts.export.path',
      /query/,
    ],
    [
      'an unknown placeholder',
      (file) => {
        contacts(file)['export']!['path'] = loose('/c/{customerId}');
      },
      'systems.crm.datasets.contacts.export',
      /identifier/,
    ],
    [
      'a list of identifiers in a path',
      (file) => {
        contacts(file)['export']!['path'] = loose('/c/{identifiers.customerId}');
      },
      'systems.crm.datasets.contacts.export',
      /identifier/,
    ],
    [
      'a row placeholder for an unknown column',
      (file) => {
        contacts(file)['erase']!['path'] = loose('/c/{row.nr}');
      },
      'systems.crm.datasets.contacts.erase',
    ],
    [
      'a path into answers that is none',
      (file) => {
        contacts(file)['export']!['rows'] = loose('items');
      },
      'systems.crm.datasets.contacts.export.rows',
      /\$\.items/,
    ],
    [
      'a dataset nothing erases',
      (file) => {
        delete contacts(file)['erase'];
      },
      'systems.crm.datasets.contacts.erase',
    ],
    [
      'a system reached in the clear',
      (file) => {
        file['systems']!['crm']!['baseUrl'] = loose('http://crm.example');
      },
      'systems.crm.baseUrl',
      /https/,
    ],
    [
      'a later answer without a callback',
      (file) => {
        file['systems']!['crm']!['later'] = loose({ erase: { method: 'POST', path: '/j', erased: { contacts: '$.n' } } });
      },
      'systems.crm.later.erase',
      /where to answer/,
    ],
  ];

  it.each(cases)('with %s is refused, with its place and a remedy', (_, change, path, remedy = /./) => {
    const problems = problemsAfter(change);
    expect(problems.map((problem) => problem.path)).toContain(path);
    expect(problems.filter((problem) => problem.path === path && remedy.test(problem.remedy))).not.toEqual([]);
  });

  it('is refused with all its problems at once', () => {
    const problems = problemsAfter((file) => {
      file['controller']!['zone'] = loose('Mars/Olympus');
      file['laws'] = loose(['GDPR']);
      users(file)['key'] = loose('nr');
      contacts(file)['erasure'] = loose('forget');
      contacts(file)['columns']!['note'] = loose(5);
      file['systems']!['shop']!['findAfter'] = loose(['erp']);
    });
    expect(problems.map(({ path }) => path).toSorted()).toEqual([
      'controller.zone',
      'laws.0',
      'systems.crm.datasets.contacts.columns.note',
      'systems.crm.datasets.contacts.erasure',
      'systems.shop.datasets.users.key',
      'systems.shop.findAfter.0',
    ]);
  });

  it('is refused with the class of what was found and never its value', () => {
    const changed = raw();
    changed['mailFrom'] = loose('maria.secret');
    changed['recipients']!['0']!['country'] = loose('Secretland');
    users(changed)['erasure'] = loose(42);
    expect(() => defineQuittance(changed as unknown as ConfigurationInput)).toThrow(ConfigurationError);
    try {
      defineQuittance(changed as unknown as ConfigurationInput);
    } catch (error) {
      const { message, problems, name } = error as ConfigurationError;
      expect(name).toBe('ConfigurationError');
      expect(message).not.toMatch(/secret/i);
      expect(problems.map(({ found }) => found)).toEqual(['a text', 'a text', 'a number']);
      for (const { path } of problems) expect(message).toContain(`- ${path}: found `);
    }
  });

  it.each([undefined, null, 'x', 7, []])('that is no object at all (%j) is refused, not crashed upon', (file) => {
    expect(() => defineQuittance(file as unknown as ConfigurationInput)).toThrow(ConfigurationError);
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
