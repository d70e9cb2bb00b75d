/** Who is signed in: a sealed cookie of at most eight hours that ends after one idle hour. */
import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import type { Context } from 'hono';
import * as z from 'zod';
import type { ConsoleAuth } from './auth.ts';
import type { Staff } from './port.ts';
import type { SealedCookie } from './sealed-cookie.ts';
import { sealedCookie } from './sealed-cookie.ts';

const HOUR = 3_600_000;
const LONGEST = 8 * HOUR;
const IDLE = HOUR;
/** The cookie is rewritten at most this often, so that not every page carries a new one. */
const REFRESH = 60_000;

const sessionSchema = z.object({
  id: z.string(),
  staff: z.object({
    sub: z.string(),
    name: z.string(),
    roles: z.array(z.enum(['viewer', 'agent', 'reviewer', 'admin'])),
  }),
  startedAt: z.number(),
  seenAt: z.number(),
});

export type Session = z.infer<typeof sessionSchema>;

/** Reads, starts, prolongs and ends sessions. */
export interface Sessions {
  start(c: Context, staff: Staff, now: number): Promise<void>;
  /** The session, prolonged; undefined if there is none or it ended. */
  current(c: Context, now: number): Promise<Session | undefined>;
  end(c: Context): void;
  /** The token every form of this session carries. */
  formToken(session: Session): string;
  /** True if the token belongs to the session. */
  isFormToken(session: Session, token: unknown): boolean;
}

function endOf(session: Session): number {
  return Math.min(session.startedAt + LONGEST, session.seenAt + IDLE);
}

async function prolong(cookie: SealedCookie<Session>, c: Context, session: Session): Promise<void> {
  await cookie.write(c, session, { now: session.seenAt, expiresAt: endOf(session) });
}

/** Sessions sealed with the secret of `auth`. */
export function createSessions(auth: ConsoleAuth): Sessions {
  const cookie = sealedCookie<Session>(auth, { name: 'staff', parse: (value) => sessionSchema.safeParse(value).data });
  const formToken = (session: Session): string =>
    createHmac('sha256', auth.sessionSecret).update(`form\n${session.id}`).digest('base64url');

  return {
    async start(c, staff, now) {
      await prolong(cookie, c, { id: randomBytes(16).toString('base64url'), staff, startedAt: now, seenAt: now });
    },
    async current(c, now) {
      const session = await cookie.read(c, now);
      if (session === undefined || now >= endOf(session)) return undefined;
      if (now - session.seenAt >= REFRESH) await prolong(cookie, c, { ...session, seenAt: now });
      return session;
    },
    end: (c) => cookie.clear(c),
    formToken,
    isFormToken(session, token) {
      const expected = Buffer.from(formToken(session));
      const given = Buffer.from(typeof token === 'string' ? token : '');
      return given.length === expected.length && timingSafeEqual(given, expected);
    },
  };
}
