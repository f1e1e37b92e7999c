import { aggregates, commandPath } from '@referral/aggregates';
import type { CommandErrand, Outcome } from '@referral/processes';
import { CommandSender } from './command-sender';
import { NotTaken, type Sending } from './sending';

/** How long an answer may take, ms. */
const ANSWER_WITHIN_MS = 10_000;

/** Answers that say nothing about the command: who asks again may hear another one. */
const passing: readonly number[] = [401, 408, 412, 425, 429];

/** Sends commands to the HTTP interface, which is the only writer of the aggregates' streams. */
export class HttpCommandSender extends CommandSender {
  /** @param url of the HTTP interface, without a path */
  constructor(private readonly url: string) {
    super();
  }

  async send(sending: Sending<CommandErrand>): Promise<Outcome> {
    const response = await this.post(sending);
    const body: unknown = await response.json().catch(() => null);
    if (response.ok) return { outcome: 'done' };
    if (response.status >= 500 || passing.includes(response.status))
      throw new NotTaken(`it answered ${response.status}`);
    return { outcome: 'refused', code: codeOf(body) ?? `HTTP_${response.status}` };
  }

  private async post({
    errandId,
    errand,
    process,
    tenantId,
    correlationId,
    causationId,
  }: Sending<CommandErrand>): Promise<Response> {
    try {
      return await fetch(`${this.url}/api/v1/${addressOf(errand)}`, {
        method: 'POST',
        signal: AbortSignal.timeout(ANSWER_WITHIN_MS),
        headers: {
          'content-type': 'application/json',
          'idempotency-key': errandId,
          'x-user-id': `process.${process}`,
          'x-roles': 'system',
          'x-tenant-id': tenantId,
          'x-correlation-id': correlationId,
          'x-causation-id': causationId,
        },
        body: JSON.stringify(errand.body),
      });
    } catch (error) {
      throw new NotTaken('there is no answer', { cause: error });
    }
  }
}

const addressOf = ({ category, command, id }: CommandErrand): string => {
  const aggregate = aggregates.find((known) => known.category === category);
  const description = aggregate?.commands.find(({ name }) => name === command);
  if (!aggregate || !description) throw new TypeError(`nobody takes ${command} to ${category}`);
  return [aggregate.collection, commandPath(aggregate, description).replace(`:${aggregate.idField}`, id)]
    .filter((part) => part !== '')
    .join('/');
};

const codeOf = (body: unknown): string | undefined =>
  typeof body === 'object' && body !== null && 'code' in body && typeof body.code === 'string' ? body.code : undefined;
