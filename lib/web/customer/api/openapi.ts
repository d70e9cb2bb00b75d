/** The API in OpenAPI 3.1, checked against real answers in the tests. */
import { RIGHTS } from '../../../domain/rights.ts';
import { LIMITS } from '../submission-check.ts';
import type { CustomerPort } from '../port.ts';
import { schemas } from './openapi-schemas.ts';

type Json = Record<string, unknown>;

const json = (schema: string): Json => ({ 'application/json': { schema: { $ref: `#/components/schemas/${schema}` } } });
const problem = (description: string, headers?: Json): Json => ({
  description,
  content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
  ...(headers === undefined ? {} : { headers }),
});

const retryAfter = { 'Retry-After': { description: 'Seconds to wait', schema: { type: 'integer' } } };

const createRequest: Json = {
  operationId: 'createRequest',
  summary: 'Send a request',
  description: 'The same key with the same body gives the same answer; with another body, 422.',
  parameters: [
    { name: 'Idempotency-Key', in: 'header', required: true, schema: { type: 'string', minLength: 8, maxLength: 200 } },
    { name: 'Accept-Language', in: 'header', schema: { type: 'string' }, description: 'Language of mails, receipts and messages' },
  ],
  requestBody: { required: true, content: json('NewRequest') },
  responses: {
    '201': {
      description: 'Received',
      content: json('Request'),
      headers: { Location: { description: 'Where to read it', schema: { type: 'string', format: 'uri' } } },
    },
    '400': problem('Wrong fields, all at once'),
    '413': problem('Longer than any request'),
    '415': problem('Not JSON'),
    '422': problem('The key was used for another body'),
    '429': problem('Too many from this sender or for this mailbox', retryAfter),
  },
};

const readRequest: Json = {
  operationId: 'readRequest',
  summary: 'Read a request',
  security: [{ statusToken: [] }],
  parameters: [{ name: 'id', in: 'path', required: true, schema: { type: 'string', format: 'uuid' } }],
  responses: {
    '200': { description: 'What the holder of the token may know', content: json('RequestDetails') },
    '401': problem('Wrong token or unknown id, answered alike'),
  },
};

const readKeys: Json = {
  operationId: 'readKeys',
  summary: 'Public keys that receipts are signed with',
  responses: {
    '200': {
      description: 'A JWK set (RFC 7517)',
      content: { 'application/jwk-set+json': { schema: { $ref: '#/components/schemas/Keys' } } },
    },
  },
};

const readReceipt: Json = {
  operationId: 'readReceipt',
  summary: 'A signed receipt (compact JWS, ES256)',
  parameters: [{ name: 'id', in: 'path', required: true, schema: { type: 'string', format: 'uuid' } }],
  responses: {
    '200': { description: 'The receipt', content: { 'application/jose': { schema: { type: 'string' } } } },
    '404': problem('No such receipt, or not signed yet'),
  },
};

/** The whole description, for this deployment. */
export function openApi(port: CustomerPort): Json {
  const { controller, identifiers, brands = {} } = port.configuration;
  return {
    openapi: '3.1.0',
    info: {
      title: `Data requests to ${controller.name}`,
      version: '1.0.0',
      description:
        'Ask for access, portability, deletion and the other rights over personal data, and follow the request to its signed receipt.',
      contact: { name: controller.name, email: controller.email },
    },
    servers: [{ url: port.baseUrl }],
    paths: {
      '/api/requests': { post: createRequest },
      '/api/requests/{id}': { get: readRequest },
      '/receipts/{id}.jws': { get: readReceipt },
      '/.well-known/jwks.json': { get: readKeys },
    },
    components: {
      securitySchemes: { statusToken: { type: 'http', scheme: 'bearer', description: 'The last part of statusUrl' } },
      schemas: schemas({ rights: RIGHTS, identifierKinds: Object.keys(identifiers), brands: Object.keys(brands), limits: LIMITS }),
    },
  };
}
