/** The configuration of the company in New York that answers under seven laws. */
import { defineQuittance } from '../../lib/domain/config/define-quittance.ts';
import { newYork } from './companies.ts';

export default defineQuittance(newYork);
