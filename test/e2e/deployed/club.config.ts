/** The configuration of the deployed club: a list of members that answers at once, and an archive that calls back. */
import { http } from '../../../lib/connectors/http.ts';
import type { DatasetDefaults, HttpInput } from '../../../lib/domain/config/configuration-input.ts';
import { defineQuittance } from '../../../lib/domain/config/define-quittance.ts';

const defaults: DatasetDefaults = {
  purpose: 'To run the club',
  legalBasis: 'contract',
  recipients: [],
  retention: 'two years',
  provided: 'given',
};

const system = (name: string, dataset: HttpInput['datasets'][string], more: Partial<HttpInput> = {}): ReturnType<typeof http> =>
  http({ label: name, secret: `/club/connectors/${name}`, defaults, datasets: { [`${name}Rows`]: dataset }, ...more });

const WHO = '{identifier.email}';
const CALL_BACK = { to: '{callbackUrl}' };

export default defineQuittance({
  controller: {
    name: 'Kegelverein e. V.',
    address: 'Bahnstraße 9, 12345 Berlin',
    country: 'DE-BE',
    email: 'privacy@club.example',
    zone: 'Europe/Berlin',
  },
  laws: ['eu-gdpr'],
  languages: ['en'],
  mailFrom: 'privacy@club.example',
  recipients: [],
  identifiers: {},
  systems: {
    members: system('members', {
      label: 'Members',
      columns: { id: 'technical', email: 'contact', name: 'name' },
      export: { method: 'GET', path: `/members/${WHO}`, rows: '$.items' },
      erase: { method: 'DELETE', path: `/members/${WHO}` },
      erasure: 'delete',
    }),
    archive: system(
      'archive',
      {
        label: 'Archive',
        columns: { id: 'technical', name: 'name' },
        export: { method: 'GET', path: `/archive/${WHO}`, rows: '$.items' },
        erasure: 'delete',
      },
      {
        later: {
          export: { method: 'POST', path: `/archive/${WHO}/export`, body: CALL_BACK, rows: { archiveRows: '$.items' } },
          erase: { method: 'POST', path: `/archive/${WHO}/erase`, body: CALL_BACK, erased: { archiveRows: '$.erased' } },
        },
      },
    ),
  },
});
