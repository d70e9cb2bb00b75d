/** The small parts that fields of receipts are made of. */
import * as z from 'zod';
import { JUSTIFICATIONS } from '../../domain/dpv/justifications.ts';
import { RIGHTS } from '../../domain/rights.ts';

export const instant = z.iso.datetime();
export const day = z.iso.date();
export const words = z.string().min(1);
export const count = z.int().min(0);
export const url = z.url({ protocol: /^https?$/ });
/** ISO 8601: days, months or years. */
export const duration = z.string().regex(/^P\d+[DMY]$/);
/** ISO 3166-1 alpha-2, or ISO 3166-2. */
export const place = z.string().regex(/^[A-Z]{2}(-[A-Z0-9]{1,3})?$/);
/** Of the text of a receipt. */
export const receiptHash = z.string().regex(/^sha256:[A-Za-z0-9_-]{42}[AEIMQUYcgkosw048]$/);
/** Of a file. */
export const fileHash = z.string().regex(/^[0-9a-f]{64}$/);
export const right = z.enum(RIGHTS).meta({ id: 'right' });
export const justification = z.enum(JUSTIFICATIONS).meta({ id: 'justification', description: 'W3C DPV 2.3, vocabulary of justifications' });
