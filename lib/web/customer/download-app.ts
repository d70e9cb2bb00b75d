/** The download pages as an app of their own: the function that serves them is the only one that can reach packages. */
import type { Hono } from 'hono';
import { downloadRoutes } from './download-routes.ts';
import { createPagesApp, type OnFault } from './pages-app.ts';
import type { DownloadPort } from './port.ts';

/** The app over its port. */
export function createDownloadApp(port: DownloadPort, onFault?: OnFault): Hono {
  return createPagesApp(port, onFault).route('/', downloadRoutes(port));
}
