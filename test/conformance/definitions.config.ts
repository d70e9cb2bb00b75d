/** The configuration under which recorded definitions are driven: the company of `test/life`, whose CRM also notes things about others. */
import { defineQuittance } from '../../lib/domain/config/define-quittance.ts';
import { european } from '../life/companies.ts';

const { crm, ...others } = european.systems;
if (crm?.kind !== 'http') throw new TypeError('The company has no CRM any more');
const [[name, dataset]] = Object.entries(crm.datasets) as [[string, (typeof crm.datasets)[string]]];
const columns = { ...dataset.columns, note: 'correspondence other' };

export default defineQuittance({
  ...european,
  systems: { ...others, crm: { ...crm, datasets: { [name]: { ...dataset, columns } } } },
  // Days instead of weeks until somebody must choose or silence ends: the machine waits either way.
  policies: { lateChoiceWorkingDays: 20, silenceDays: 26 },
});
