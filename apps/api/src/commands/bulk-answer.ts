import { text } from '../http/answers';

/** How the answer to a request for many referrals looks, for the documentation. */
export const bulkAnswer = {
  type: 'object' as const,
  required: ['command', 'done', 'refused', 'results'],
  properties: {
    command: text,
    done: { type: 'integer' as const },
    refused: { type: 'integer' as const },
    results: {
      type: 'array' as const,
      description: 'One for each row, in the order of the rows.',
      items: {
        type: 'object' as const,
        required: ['id', 'status'],
        properties: {
          id: text,
          status: {
            type: 'integer' as const,
            description: '200, or what the command’s own route would have answered.',
          },
          revision: { type: 'integer' as const },
          position: { ...text, description: 'Give it as ?atLeast= to read the write.' },
          problem: { $ref: '#/components/schemas/Problem' },
        },
      },
    },
  },
};
