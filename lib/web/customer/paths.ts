/** Every path of the customer web, in one place. */

export type QuestionId = 'rights' | 'brand' | 'who' | 'for-someone-else' | 'where' | 'check';

export const paths = {
  start: '/',
  question: (id: QuestionId) => `/request/${id}`,
  status: (token: string) => `/status/${token}`,
  statusAct: (token: string, act: 'code' | 'resend' | 'withdraw' | 'waive' | 'answer' | 'appeal' | 'link' | 'change-address') =>
    `/status/${token}/${act}`,
  verifyAddress: (token: string) => `/verify-address/${token}`,
  passedOn: (token: string) => `/passed-on/${token}`,
  download: (token: string) => `/download/${token}`,
  downloadPart: (token: string, part: number) => `/download/${token}/${part}`,
  receipt: (bareId: string) => `/receipts/${bareId}`,
  receiptFile: (bareId: string, ending: 'jws' | 'json' | 'tlog-proof') => `/receipts/${bareId}.${ending}`,
  verify: '/verify',
  verifyReceipt: (bareId: string) => `/verify?id=${bareId}`,
  receiptSchema: '/schemas/receipt/1',
  privacy: '/privacy',
  log: '/log',
  keys: '/.well-known/jwks.json',
  discovery: '/.well-known/privacy-receipts.json',
  openapi: '/api/openapi.json',
  requests: '/api/requests',
} as const;
