/** What staff do in the console: sign in with a role, open a request, decide a review. */
import type { Stage, Visitor } from './stage.ts';

/** One of the local provider's people per role. */
export const STAFF = { viewer: 'Viola Viewer', agent: 'Anton Agent', reviewer: 'Renate Reviewer', admin: 'Ada Admin' } as const;

/** A member of staff, signed in through the identity provider. */
export async function signIn(stage: Stage, role: keyof typeof STAFF): Promise<Visitor> {
  const visitor = await stage.visitor(`staff-${role}`);
  const { page } = visitor;
  await page.goto('/staff');
  await page.getByRole('button', { name: new RegExp(`^${STAFF[role]}`) }).click();
  await page.waitForURL(`${stage.laptop.url}/staff`);
  return visitor;
}

/** Opens a request from the board. */
export async function openRequest({ page }: Visitor, reference: string): Promise<void> {
  await page.goto('/staff');
  await page.getByRole('link', { name: reference }).click();
  await page.getByRole('heading', { level: 1 }).filter({ hasText: reference }).waitFor();
}

/** Opens the review of a request and decides it, releasing the columns named. */
export async function decideReview(
  visitor: Visitor,
  reference: string,
  { release = [], look }: { release?: string[]; look?: string } = {},
): Promise<void> {
  const { page } = visitor;
  await openRequest(visitor, reference);
  if (look !== undefined) await visitor.look(`${look}-request`);
  await page.getByRole('link', { name: 'Review' }).first().click();
  for (const column of release) await page.getByRole('checkbox', { name: column }).check();
  if (look !== undefined) await visitor.look(`${look}-review`);
  await page.getByRole('button', { name: 'Decide the review' }).click();
  await page.getByRole('heading', { level: 1 }).filter({ hasText: reference }).waitFor();
}
