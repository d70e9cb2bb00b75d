/** Who may do what on the staff pages: the one table of routes, acts and roles. */
import type { Role, Staff } from './port.ts';

/** Something a member of staff wants to do. */
export type StaffAct =
  | 'read'
  | 'show-person'
  | 'complete-task'
  | 'sort-letter'
  | 'decide-review'
  | 'decide-appeal'
  | 'choose-late'
  | 'refuse'
  | 'confirm-identity'
  | 'ask-person'
  | 'write-person'
  | 'enter-request'
  | 'record-answer'
  | 'resume'
  | 'withdraw'
  | 'correct';

/** Roles add up and none includes another, except that all may read: who mends faults need not see who the person is. */
export const MAY = {
  read: ['viewer', 'agent', 'reviewer', 'admin'],
  'show-person': ['agent', 'reviewer'],
  'complete-task': ['agent'],
  'sort-letter': ['agent', 'reviewer'],
  'decide-review': ['reviewer'],
  'decide-appeal': ['reviewer'],
  'choose-late': ['reviewer'],
  refuse: ['reviewer'],
  'confirm-identity': ['agent', 'reviewer'],
  'ask-person': ['reviewer'],
  'write-person': ['agent', 'reviewer'],
  'enter-request': ['agent', 'reviewer'],
  'record-answer': ['agent', 'reviewer'],
  resume: ['admin'],
  withdraw: ['agent', 'reviewer'],
  correct: ['reviewer'],
} as const satisfies Record<StaffAct, readonly Role[]>;

/** Every page and every act behind sign-in. The app registers its routes from here, so none exists without its act. */
export const ROUTES = {
  board: { method: 'get', path: '/', act: 'read' },
  'board-csv': { method: 'get', path: '/requests.csv', act: 'read' },
  find: { method: 'get', path: '/find', act: 'read' },
  tasks: { method: 'get', path: '/tasks', act: 'read' },
  'entry-page': { method: 'get', path: '/new', act: 'enter-request' },
  'enter-request': { method: 'post', path: '/new', act: 'enter-request' },
  request: { method: 'get', path: '/requests/:id', act: 'read' },
  events: { method: 'get', path: '/requests/:id/events.json', act: 'read' },
  person: { method: 'post', path: '/requests/:id/person', act: 'show-person' },
  task: { method: 'get', path: '/requests/:id/tasks/:taskId', act: 'read' },
  'complete-task': { method: 'post', path: '/requests/:id/tasks/:taskId', act: 'complete-task' },
  review: { method: 'get', path: '/requests/:id/tasks/:taskId/review', act: 'decide-review' },
  'decide-review': { method: 'post', path: '/requests/:id/tasks/:taskId/review', act: 'decide-review' },
  appeal: { method: 'get', path: '/requests/:id/tasks/:taskId/appeal', act: 'read' },
  'decide-appeal': { method: 'post', path: '/requests/:id/tasks/:taskId/appeal', act: 'decide-appeal' },
  letter: { method: 'get', path: '/requests/:id/tasks/:taskId/letter', act: 'sort-letter' },
  'sort-letter': { method: 'post', path: '/requests/:id/tasks/:taskId/letter', act: 'sort-letter' },
  'dismiss-letter': { method: 'post', path: '/requests/:id/tasks/:taskId/letter/dismiss', act: 'sort-letter' },
  'post-page': { method: 'get', path: '/requests/:id/tasks/:taskId/post', act: 'show-person' },
  posted: { method: 'post', path: '/requests/:id/tasks/:taskId/post', act: 'complete-task' },
  'letter-file': { method: 'get', path: '/requests/:id/tasks/:taskId/post/letter', act: 'show-person' },
  enclosure: { method: 'get', path: '/requests/:id/tasks/:taskId/post/files/:place', act: 'show-person' },
  copy: { method: 'get', path: '/requests/:id/tasks/:taskId/post/copy', act: 'complete-task' },
  'failed-mail': { method: 'get', path: '/requests/:id/tasks/:taskId/mail', act: 'read' },
  'mend-mail': { method: 'post', path: '/requests/:id/tasks/:taskId/mail', act: 'complete-task' },
  mail: { method: 'get', path: '/requests/:id/mails/:mail', act: 'show-person' },
  'begin-from-mail': { method: 'post', path: '/requests/:id/mails/:mail', act: 'sort-letter' },
  'raw-mail': { method: 'get', path: '/requests/:id/mails/:mail/raw', act: 'show-person' },
  paper: { method: 'get', path: '/requests/:id/mails/:mail/papers/:number', act: 'show-person' },
  late: { method: 'get', path: '/requests/:id/late', act: 'choose-late' },
  'choose-late': { method: 'post', path: '/requests/:id/late', act: 'choose-late' },
  'refuse-page': { method: 'get', path: '/requests/:id/refuse', act: 'refuse' },
  refuse: { method: 'post', path: '/requests/:id/refuse', act: 'refuse' },
  identity: { method: 'get', path: '/requests/:id/identity', act: 'confirm-identity' },
  'confirm-identity': { method: 'post', path: '/requests/:id/identity', act: 'confirm-identity' },
  'ask-page': { method: 'get', path: '/requests/:id/ask', act: 'ask-person' },
  ask: { method: 'post', path: '/requests/:id/ask', act: 'ask-person' },
  'write-page': { method: 'get', path: '/requests/:id/write', act: 'write-person' },
  write: { method: 'post', path: '/requests/:id/write', act: 'write-person' },
  'answer-page': { method: 'get', path: '/requests/:id/answer', act: 'record-answer' },
  answer: { method: 'post', path: '/requests/:id/answer', act: 'record-answer' },
  'resume-page': { method: 'get', path: '/requests/:id/resume', act: 'resume' },
  resume: { method: 'post', path: '/requests/:id/resume', act: 'resume' },
  'withdraw-page': { method: 'get', path: '/requests/:id/withdraw', act: 'withdraw' },
  withdraw: { method: 'post', path: '/requests/:id/withdraw', act: 'withdraw' },
  'correct-page': { method: 'get', path: '/requests/:id/correct/:receiptId', act: 'correct' },
  correct: { method: 'post', path: '/requests/:id/correct/:receiptId', act: 'correct' },
  aside: { method: 'get', path: '/mail', act: 'sort-letter' },
  'aside-mail': { method: 'get', path: '/mail/:messageId', act: 'sort-letter' },
  'put-back': { method: 'post', path: '/mail/:messageId', act: 'sort-letter' },
} as const satisfies Record<string, { method: 'get' | 'post'; path: string; act: StaffAct }>;

export type RouteName = keyof typeof ROUTES;

/** True if one of the person's roles may do it. */
export function mayDo(staff: Pick<Staff, 'roles'>, act: StaffAct): boolean {
  return staff.roles.some((role) => (MAY[act] as readonly Role[]).includes(role));
}
