/** The customer web: pages, API and well-known files as one app, Request in, Response out. */
import type { Hono } from 'hono';
import { addressRoutes } from './address-routes.ts';
import { apiRoutes } from './api/api-routes.ts';
import { formRoutes } from './form-routes.ts';
import { appealRoutes } from './appeal-routes.ts';
import { createPagesApp, type OnFault } from './pages-app.ts';
import type { CustomerPort } from './port.ts';
import { logRoutes } from './log-routes.ts';
import { passedOnRoutes } from './passed-on-routes.ts';
import { privacyPage } from './privacy-page.ts';
import { receiptExportRoutes } from './receipt-export-routes.ts';
import { receiptRoutes } from './receipt-routes.ts';
import { schemaRoutes } from './schema-routes.ts';
import { startPage } from './start-page.ts';
import { statusRoutes } from './status-routes.ts';
import { verifyRoutes } from './verify-routes.ts';
import { startVisit } from './visit.ts';
import { wellKnownRoutes } from './well-known-routes.ts';

// The way to ask must be found by search engines; everything else is nobody's business.
const FINDABLE = { 'X-Robots-Tag': 'all', 'Cache-Control': 'no-cache' };

/** The app over its port; downloads have an app and a function of their own. */
export function createCustomerApp(port: CustomerPort, onFault?: OnFault): Hono {
  const app = createPagesApp(port, onFault);
  app.get('/', (c) => c.html(startPage(startVisit(c, port)), 200, FINDABLE));
  app.get('/privacy', (c) => c.html(privacyPage(startVisit(c, port)), 200, FINDABLE));
  for (const routes of [
    formRoutes,
    appealRoutes,
    statusRoutes,
    addressRoutes,
    passedOnRoutes,
    receiptExportRoutes,
    receiptRoutes,
    schemaRoutes,
    verifyRoutes,
    apiRoutes,
    wellKnownRoutes,
    logRoutes,
  ]) {
    app.route('/', routes(port));
  }
  return app;
}
