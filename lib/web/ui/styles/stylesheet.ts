/** The whole style sheet, in order. */
import { base } from './base.ts';
import { forms } from './forms.ts';
import { media } from './media.ts';
import { parts } from './parts.ts';
import { tokens } from './tokens.ts';

/** Comments and line indents are not sent. */
export const stylesheet = [tokens, base, forms, parts, media].join('').replaceAll(/\n\s+/g, '\n').trim();
