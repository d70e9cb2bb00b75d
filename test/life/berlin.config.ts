/** The configuration of the company in Berlin that pauses where it may. */
import { defineQuittance } from '../../lib/domain/config/define-quittance.ts';
import { berlin } from './companies.ts';

export default defineQuittance(berlin);
