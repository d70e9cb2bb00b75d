/** JSON Schemas of the API's bodies. */
import type { LIMITS } from '../submission-check.ts';

type Json = Record<string, unknown>;

const STATES = ['received', 'awaiting-verification', 'in-progress', 'in-review', 'ready', 'answered', 'denied', 'withdrawn', 'dismissed'];

interface SchemaInput {
  rights: readonly string[];
  identifierKinds: readonly string[];
  brands: readonly string[];
  limits: typeof LIMITS;
}

const text = (maxLength: number, description: string): Json => ({ type: 'string', maxLength, description });
const strict = (properties: Json, required: string[]): Json => ({ type: 'object', properties, required, additionalProperties: false });

function newRequest({ identifierKinds, brands, limits }: SchemaInput): Json {
  const identifiers = Object.fromEntries(identifierKinds.map((kind) => [kind, text(limits.identifier, `Identifier of the kind ${kind}`)]));
  return strict(
    {
      rights: { type: 'array', minItems: 1, items: { $ref: '#/components/schemas/Right' }, description: 'What is asked for' },
      email: {
        type: 'string',
        format: 'email',
        maxLength: limits.email,
        description: 'Address of the person whose data it is; it is checked by mail',
      },
      name: text(limits.name, 'Full name'),
      residence: {
        type: 'string',
        pattern: '^[A-Za-z]{2}(-[A-Za-z0-9]{1,3})?$',
        description: 'ISO 3166-1 or 3166-2, such as DE or US-CA; absent = not sure',
      },
      ...(brands.length === 0
        ? {}
        : {
            brand: {
              type: 'string',
              enum: [...brands],
              description: 'The name of the company it is about; absent = not sure. Some are run for others, who then answer',
            },
          }),
      identifiers: { type: 'object', properties: identifiers, additionalProperties: false },
      onBehalfOf: {
        ...strict({ name: text(limits.name, 'Who asks'), relation: text(limits.relation, 'Why they may') }, ['name', 'relation']),
        description: 'Present when somebody asks for another person',
      },
    },
    ['rights', 'email'],
  );
}

const dateProperties: Json = {
  law: { type: 'string', description: 'Law that sets the date, such as eu-gdpr' },
  right: { $ref: '#/components/schemas/Right' },
  state: { type: 'string', enum: ['running', 'paused'], description: 'Paused while we wait for an answer to a question' },
  dueOn: { type: ['string', 'null'], format: 'date', description: 'Null while paused' },
  daysLeft: { type: 'integer', description: 'Days of the period that are left, while paused' },
  basis: { type: 'string', description: 'The article' },
  toBeConfirmed: { type: 'boolean', const: true, description: 'The text of the law behind the date has not been read yet' },
  explanation: {
    type: 'array',
    items: strict({ text: { type: 'string' }, cite: { type: 'string' } }, ['text']),
    description: 'How the date came about, one sentence per step, in the language asked for',
  },
};

const DATE_FIELDS = ['law', 'right', 'state', 'dueOn', 'basis', 'explanation'];

const requestProperties: Json = {
  id: { type: 'string', format: 'uuid' },
  reference: {
    type: 'string',
    pattern: '^Q-[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}$',
    description: 'To quote on the phone; opens nothing',
  },
  status: { type: 'string', enum: STATES },
  rights: { type: 'array', items: { $ref: '#/components/schemas/Right' } },
  law: { type: 'string', description: 'Law under which it is answered, such as eu-gdpr' },
  receivedAt: { type: 'string', format: 'date-time' },
  dueOn: {
    type: ['string', 'null'],
    format: 'date',
    description: 'Last day for the answer, in the time zone of the company; null while the clock is paused',
  },
  clock: {
    ...strict({ ...dateProperties, others: { type: 'array', items: { $ref: '#/components/schemas/OtherDate' } } }, [
      ...DATE_FIELDS,
      'others',
    ]),
    description: 'The strictest date with the count behind it, and the other laws and rights that apply',
  },
  statusUrl: { type: 'string', format: 'uri', description: 'Page of the request; its last part is the only token' },
  receiptUrl: { type: 'string', format: 'uri', description: 'Signed acknowledgement; it may take a moment until it is there' },
};

const REQUEST_FIELDS = Object.keys(requestProperties);

const detailProperties: Json = {
  ...requestProperties,
  state: strict({ code: { type: 'string', enum: STATES }, text: { type: 'string' }, closed: { type: 'boolean' } }, [
    'code',
    'text',
    'closed',
  ]),
  tooLateAt: {
    type: ['string', 'null'],
    format: 'date-time',
    description: 'First instant that is too late; null while the clock is paused',
  },
  extended: { type: 'boolean' },
  timeline: {
    type: 'array',
    items: strict({ at: { type: 'string', format: 'date-time' }, event: { type: 'string' }, text: { type: 'string' } }, [
      'at',
      'event',
      'text',
    ]),
  },
};

const problem: Json = {
  type: 'object',
  description: 'RFC 9457',
  properties: {
    type: { type: 'string' },
    title: { type: 'string' },
    status: { type: 'integer' },
    detail: { type: 'string' },
    errors: { type: 'array', items: strict({ field: { type: 'string' }, message: { type: 'string' } }, ['field', 'message']) },
  },
  required: ['type', 'title', 'status'],
};

/** All schemas by name. */
export function schemas(input: SchemaInput): Json {
  return {
    Right: { type: 'string', enum: [...input.rights] },
    NewRequest: newRequest(input),
    OtherDate: strict(dateProperties, DATE_FIELDS),
    Request: strict(requestProperties, REQUEST_FIELDS),
    RequestDetails: strict(detailProperties, Object.keys(detailProperties)),
    Problem: problem,
    Keys: { type: 'object', properties: { keys: { type: 'array', items: { type: 'object' } } }, required: ['keys'] },
  };
}
