/** The letter routes as an app of their own: the function that serves them is the only door that may send mail. */
import type { Hono } from 'hono';
import { letterRoutes } from './letter-routes.ts';
import type { OnFault } from './pages-app.ts';
import type { LetterPort } from './port.ts';
import { createProgramApp } from './program-app.ts';

const FORM_BYTES = 64 * 1024;

/** The app over its port. */
export function createLettersApp(port: LetterPort, onFault?: OnFault): Hono {
  return createProgramApp({ baseUrl: port.baseUrl, maxSize: FORM_BYTES, onFault }).route('/', letterRoutes(port));
}
