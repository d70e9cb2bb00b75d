/** What can be wrong with one value of a configuration, and what is said about it. */
import { type BadCase, type Loose, loose, users } from './configuration-file.ts';

export const badValues: BadCase[] = [
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
    'a mailbox that SES cannot receive for',
    (file) => {
      file['mailbox'] = loose('privacy@büro.example');
    },
    'mailbox',
    /privacy@requests\.company\.example/,
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
    'records kept for less than a year',
    (file) => {
      file['policies'] = loose({ recordYears: 0 });
    },
    'policies.recordYears',
    /at least 1/,
  ],
  [
    'a target after the date itself',
    (file) => {
      file['policies'] = loose({ targetDays: -1 });
    },
    'policies.targetDays',
    /at least 0/,
  ],
  [
    'a reminder to nobody',
    (file) => {
      file['policies'] = loose({ reminders: [{ daysBefore: 5, to: [] }] });
    },
    'policies.reminders.0.to',
  ],
  [
    'a reminder to a name',
    (file) => {
      file['policies'] = loose({ reminders: [{ daysBefore: 5, to: ['Renate'] }] });
    },
    'policies.reminders.0.to.0',
    /e-mail/,
  ],
  [
    'two reminders on one day',
    (file) => {
      const one = { daysBefore: 5, to: ['a@co.example'] };
      file['policies'] = loose({ reminders: [one, { ...one, to: ['b@co.example'] }] });
    },
    'policies.reminders',
    /one entry/,
  ],
  [
    'holidays of a place in words',
    (file) => {
      file['holidays'] = loose({ Germany: { remove: ['2027-05-01'] } });
    },
    'holidays.Germany',
    /DE-BE/,
  ],
  [
    'a holiday that is no day',
    (file) => {
      file['holidays'] = loose({ DE: { add: { '2027-06-31': 'Nothing' }, remove: ['1 May'] } });
    },
    'holidays.DE.add.2027-06-31',
    /2026-12-07/,
  ],
  [
    'a holiday without a name',
    (file) => {
      file['holidays'] = loose({ DE: { add: { '2027-06-30': '' } } });
    },
    'holidays.DE.add.2027-06-30',
  ],
  [
    'a day to remove that is none',
    (file) => {
      file['holidays'] = loose({ DE: { remove: ['2027-13-01'] } });
    },
    'holidays.DE.remove.0',
    /2026-12-07/,
  ],
  [
    'a brand without a role',
    (file) => {
      file['brands'] = loose({ kiosk: { label: 'Kiosk' } });
    },
    'brands.kiosk.role',
    /processor/,
  ],
  [
    'a brand run for nobody',
    (file) => {
      file['brands'] = loose({ kiosk: { label: 'Kiosk', role: 'processor' } });
    },
    'brands.kiosk.controller',
  ],
  [
    'a brand whose name does not fit',
    (file) => {
      file['brands'] = loose({ 'Der Kiosk': { label: 'Kiosk', role: 'controller' } });
    },
    'brands.Der Kiosk',
    /small letters/,
  ],
  [
    'a system held for nobody',
    (file) => {
      file['systems']!['crm']!['role'] = loose('processor');
    },
    'systems.crm.onBehalfOf',
    /passed on/,
  ],
  [
    'a system held for somebody as if it were its own',
    (file) => {
      file['systems']!['crm']!['onBehalfOf'] = loose({ name: 'Other', address: 'Street 2', country: 'AT', email: 'privacy@other.example' });
    },
    'systems.crm.role',
    /processor/,
  ],
  [
    'a system that waits for one nobody asks',
    (file) => {
      file['systems']!['shop']!['role'] = loose('processor');
    },
    'systems.crm.findAfter.0',
    /remove/,
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
];
