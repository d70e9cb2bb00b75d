/** The configuration of the European company of the tests. */
import { defineQuittance } from '../../lib/domain/config/define-quittance.ts';
import { european } from './companies.ts';

export default defineQuittance(european);
