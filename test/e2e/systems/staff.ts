/** Somebody of the staff at the console: signs in at the local provider and sends forms as a browser does. */
import type { OpenTask } from '../../../lib/domain/request.ts';
import type { LateChoice, TaskOutcome } from '../../../lib/domain/request-events.ts';
import type { Laptop } from '../laptop.ts';

export interface Page {
  status: number;
  path: string;
  html: string;
}

export interface Staff {
  get(path: string): Promise<Page>;
  post(path: string, fields: Record<string, string | string[]>): Promise<Page>;
  /** Sends a form whose words are shown back first, and leaves it at that. */
  preview(path: string, fields: Record<string, string | string[]>): Promise<Page>;
  /** Ends a task; the page on which the reason is shown back is confirmed. */
  endTask(requestId: string, task: Pick<OpenTask, 'taskId'>, end: { outcome: TaskOutcome; reason?: string }): Promise<Page>;
  chooseLate(requestId: string, choice: { choice: LateChoice; ground?: string; reason?: string }): Promise<Page>;
  resume(requestId: string): Promise<Page>;
}

type Cookies = Map<string, string>;

function remember(cookies: Cookies, response: Response): void {
  for (const line of response.headers.getSetCookie()) {
    const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
    if (value === '') cookies.delete(name);
    else cookies.set(name, value);
  }
}

/** One browser on the laptop's pages, with its cookies. */
function browser(laptop: Laptop) {
  const cookies: Cookies = new Map();
  const send = async (target: string, init: RequestInit = {}): Promise<Page> => {
    const url = new URL(target, laptop.url);
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const response = await fetch(url, { ...init, redirect: 'manual', headers: { ...init.headers, cookie } });
    remember(cookies, response);
    const location = response.headers.get('location');
    if (location !== null) return send(new URL(location, url).href);
    return { status: response.status, path: url.pathname + url.search, html: await response.text() };
  };
  const post = (target: string, fields: Record<string, string | string[]>): Promise<Page> => {
    const body = new URLSearchParams();
    for (const [name, value] of Object.entries(fields)) for (const one of [value].flat()) body.append(name, one);
    return send(target, { method: 'POST', body, headers: { origin: laptop.url, 'sec-fetch-site': 'same-origin' } });
  };
  return { send, post };
}

const tokenIn = (html: string): string => /name="token" value="([^"]+)"/.exec(html)?.[1] ?? '';

/** Signs in as one of the local provider's people; whoever was signed out meanwhile, because hours passed, signs in again. */
export async function signIn(laptop: Laptop, user = 'ada'): Promise<Staff> {
  const { send, post: sendForm } = browser(laptop);

  const enter = async (): Promise<void> => {
    const choice = await send('/staff');
    const action = /<form[^>]*action="([^"]+authorize[^"]*)"/.exec(choice.html)?.[1]?.replaceAll('&amp;', '&');
    if (action === undefined) throw new Error(`No sign-in form at ${choice.path.split('?')[0]}: ${choice.status}`);
    const home = await sendForm(action, { user });
    if (home.path !== '/staff') throw new Error(`Sign-in ended at ${home.path.split('?')[0]} with ${home.status}`);
  };

  const get: Staff['get'] = async (path) => {
    const page = await send(path);
    if (page.path.startsWith('/staff')) return page;
    await enter();
    return await send(path);
  };

  const preview: Staff['preview'] = async (path, fields) => sendForm(path, { token: tokenIn((await get(path)).html), ...fields });

  const post: Staff['post'] = async (path, fields) => {
    const page = await preview(path, fields);
    // The words a person will read are shown back first.
    if (page.status !== 200 || !page.html.includes('value="confirm"')) return page;
    return sendForm(path, { token: tokenIn(page.html), ...fields, step: 'confirm' });
  };

  await enter();
  return {
    get,
    post,
    preview,
    endTask: (requestId, { taskId }, end) => post(`/staff/requests/${requestId}/tasks/${taskId}`, { reason: '', ...end }),
    chooseLate: (requestId, choice) => post(`/staff/requests/${requestId}/late`, { ground: '', reason: '', ...choice }),
    resume: (requestId) => post(`/staff/requests/${requestId}/resume`, {}),
  };
}
