/** The body of `POST /api/requests`: known fields only, all wrong ones named at once. */
import type { FieldError } from '../../ui/fields.ts';
import type { Messages } from '../../messages/en.ts';
import { checkSubmission, type CheckResult, type CheckRules, type Unchecked } from '../submission-check.ts';

const FIELDS: readonly string[] = ['rights', 'email', 'name', 'residence', 'identifiers', 'onBehalfOf', 'brand'];

/** Names that are safe to say back: a field's name might itself carry a value. */
const SAFE_NAME = /^[A-Za-z][A-Za-z0-9_-]{0,39}$/;

/** An idempotency key: visible characters, as RFC drafts and clients write it, with or without quotes. */
export function readKey(header: string | undefined): string | undefined {
  const key = header?.trim().replaceAll(/^"|"$/g, '');
  return key !== undefined && /^[\x21-\x7e]{8,200}$/.test(key) ? key : undefined;
}

function unknownFields(body: Unchecked, { form }: Messages): FieldError[] {
  return Object.keys(body)
    .filter((name) => !FIELDS.includes(name))
    .slice(0, 20)
    .map((name) => ({ field: SAFE_NAME.test(name) ? name : '(unnamed)', message: form.errors.fieldUnknown }));
}

/** Checks header and body together, so that the caller learns everything from one answer. */
export function checkApiRequest({ body, key, ...rules }: CheckRules & { body: unknown; key: string | undefined }): CheckResult {
  const { messages } = rules;
  const keyErrors = key === undefined ? [{ field: 'Idempotency-Key', message: messages.form.errors.keyMissing }] : [];
  if (typeof body !== 'object' || body === null || Array.isArray(body)) {
    return { ok: false, errors: [...keyErrors, { field: '(body)', message: messages.form.errors.notJson }] };
  }
  const sent = body as Unchecked;
  const { note: _, ...fields } = sent;
  const result = checkSubmission(fields, rules);
  const errors = [...keyErrors, ...unknownFields(sent, messages), ...(result.ok ? [] : result.errors)];
  return result.ok && errors.length === 0 ? result : { ok: false, errors };
}
