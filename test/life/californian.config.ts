/** The configuration of the Californian company of the tests. */
import { defineQuittance } from '../../lib/domain/config/define-quittance.ts';
import { californian } from './companies.ts';

export default defineQuittance(californian);
