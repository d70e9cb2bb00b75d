/** The callback route as an app of its own: the function that serves it writes what systems answer into the vault. */
import type { Hono } from 'hono';
import { callbackRoutes } from './callback-routes.ts';
import type { OnFault } from './pages-app.ts';
import type { CallbackPort } from './port.ts';
import { createProgramApp } from './program-app.ts';

/** Connected systems may answer with many rows; Lambda takes no more than this. */
const ANSWER_BYTES = 6 * 1024 * 1024;

/** The app over its port. */
export function createCallbackApp(port: CallbackPort, onFault?: OnFault): Hono {
  return createProgramApp({ baseUrl: port.baseUrl, maxSize: ANSWER_BYTES, onFault }).route('/', callbackRoutes(port));
}
