/** What can be wrong between the parts of a configuration, and what is said about it. */
import { type BadCase, contacts, loose, orders, users } from './configuration-file.ts';

export const badReferences: BadCase[] = [
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
