/** Reads posted forms: text only, trimmed, never throwing on nonsense. */
import type { Context } from 'hono';

export type PostedForm = Record<string, unknown>;

/** The posted fields; none if the body is no form. */
export async function formOf(c: Context): Promise<PostedForm> {
  try {
    return await c.req.parseBody({ all: true });
  } catch {
    return {};
  }
}

/** One field; empty if absent or a file. Line ends as people type them. */
export function textOf(form: PostedForm, name: string): string {
  const value = Object.hasOwn(form, name) ? [form[name]].flat()[0] : undefined;
  return typeof value === 'string' ? value.replaceAll('\r\n', '\n').trim() : '';
}

/** The files of a field; a field left empty sends one without a name. */
export function filesOf(form: PostedForm, name: string): File[] {
  const values = Object.hasOwn(form, name) ? [form[name]].flat() : [];
  return values.filter((value) => value instanceof File).filter(({ size }) => size > 0);
}

/** All values of a field. */
export function textsOf(form: PostedForm, name: string): string[] {
  const values = Object.hasOwn(form, name) ? [form[name]].flat() : [];
  return values.filter((value) => typeof value === 'string');
}
