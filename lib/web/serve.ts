/** A web app as a Lambda handler behind the HTTP API. */
import type { Hono } from 'hono';
import { handle, type LambdaEvent } from 'hono/aws-lambda';
import { logFailure } from '../steps/retries.ts';

type Handler = ReturnType<typeof handle>;

/** Opens the app on the first request of a sandbox; an app that could not be opened is tried again on the next. */
export function serve(open: (onFault: (error: unknown) => void) => Promise<Hono>): (event: LambdaEvent) => Promise<unknown> {
  const onFault = (error: unknown): void => logFailure('web', error);
  let opened: Promise<Handler> | undefined;
  return async (event) => {
    opened ??= open(onFault).then((app) => handle(app));
    try {
      return await (
        await opened
      )(event);
    } catch (error) {
      opened = undefined;
      logFailure('web', error);
      throw error;
    }
  };
}
