/** Every address of the staff pages, built in one place. */

type Query = Record<string, string | undefined>;

function withQuery(path: string, query: Query): string {
  const given = Object.entries(query).filter((pair): pair is [string, string] => pair[1] !== undefined && pair[1] !== '');
  return given.length === 0 ? path : `${path}?${new URLSearchParams(given).toString()}`;
}

const request = (id: string, query: Query = {}): string => withQuery(`/staff/requests/${id}`, query);

/** Paths by page. */
export const staffPath = {
  board: (query: Query = {}): string => withQuery('/staff', query),
  csv: (query: Query = {}): string => withQuery('/staff/requests.csv', query),
  find: (): string => '/staff/find',
  tasks: (query: Query = {}): string => withQuery('/staff/tasks', query),
  entry: (): string => '/staff/new',
  request,
  events: (id: string): string => `${request(id)}/events.json`,
  person: (id: string): string => `${request(id)}/person`,
  task: (id: string, taskId: string): string => `${request(id)}/tasks/${taskId}`,
  review: (id: string, taskId: string): string => `${request(id)}/tasks/${taskId}/review`,
  appeal: (id: string, taskId: string): string => `${request(id)}/tasks/${taskId}/appeal`,
  letter: (id: string, taskId: string): string => `${request(id)}/tasks/${taskId}/letter`,
  dismiss: (id: string, taskId: string): string => `${request(id)}/tasks/${taskId}/letter/dismiss`,
  post: (id: string, taskId: string): string => `${request(id)}/tasks/${taskId}/post`,
  letterFile: (id: string, taskId: string, place?: number): string =>
    `${request(id)}/tasks/${taskId}/post/${place === undefined ? 'letter' : `files/${place}`}`,
  copy: (id: string, taskId: string): string => `${request(id)}/tasks/${taskId}/post/copy`,
  failedMail: (id: string, taskId: string): string => `${request(id)}/tasks/${taskId}/mail`,
  mail: (id: string, mail: string): string => `${request(id)}/mails/${mail}`,
  rawMail: (id: string, mail: string): string => `${request(id)}/mails/${mail}/raw`,
  paper: (id: string, mail: string, number: number): string => `${request(id)}/mails/${mail}/papers/${number}`,
  late: (id: string, query: Query = {}): string => withQuery(`${request(id)}/late`, query),
  ask: (id: string): string => `${request(id)}/ask`,
  write: (id: string): string => `${request(id)}/write`,
  answer: (id: string, query: Query = {}): string => withQuery(`${request(id)}/answer`, query),
  refuse: (id: string): string => `${request(id)}/refuse`,
  identity: (id: string): string => `${request(id)}/identity`,
  resume: (id: string): string => `${request(id)}/resume`,
  withdraw: (id: string): string => `${request(id)}/withdraw`,
  correct: (id: string, receiptId: string): string => `${request(id)}/correct/${receiptId}`,
  aside: (query: Query = {}): string => withQuery('/staff/mail', query),
  asideMail: (messageId: string): string => `/staff/mail/${encodeURIComponent(messageId)}`,
  signIn: (query: Query = {}): string => withQuery('/staff/sign-in', query),
  signOut: (): string => '/staff/sign-out',
};

const LONGEST_RETURN = 500;

/** The page to return to after sign-in: a path of the staff pages and nothing else, so that no link can lead elsewhere. */
export function returnPath(wanted: string | undefined): string {
  if (wanted === undefined || wanted.length > LONGEST_RETURN || !/^\/staff(?:[/?][\w\-./?=&%+~]*)?$/.test(wanted)) return '/staff';
  const parsed = new URL(wanted, 'https://here.invalid');
  const inside = parsed.host === 'here.invalid' && /^\/staff(?:\/|$)/.test(parsed.pathname);
  return inside ? parsed.pathname + parsed.search : '/staff';
}
