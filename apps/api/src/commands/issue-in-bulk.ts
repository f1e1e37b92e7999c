import type { CommandDescription } from '@referral/eventsourcing';
import { Inject, Injectable } from '@nestjs/common';
import { kebabCase } from '@referral/aggregates';
import { referralAggregate } from '@referral/referral';
import type { Logger } from '@referral/runtime';
import { outageOf } from '../http/outage';
import { positionToken } from '../http/positions';
import type { Problem } from '../http/problem';
import { problemOf } from '../http/problem-answer';
import { coreOf } from '../http/problem-core';
import { LOG } from '../parts';
import type { BulkRow } from './bulk-request';
import { type Incoming, IssueCommand } from './issue-command';

/** What became of one row. */
export type RowResult =
  | { readonly id: string; readonly status: 200; readonly revision: number; readonly position: string }
  | { readonly id: string; readonly status: number; readonly problem: Problem };

/** What all rows of a request have in common. */
export type BulkIssuing = Pick<Incoming, 'caller' | 'source' | 'commandId' | 'correlationId' | 'causationId'>;

/** The key of a row, made of the request's and its place: the same request again, whole or broken off, does what is left to do. */
export const rowKey = (key: string, index: number): string => `${key}#${index}`;

/** Issues one command for many referrals, each on its own: what is refused for one says nothing about the others. */
@Injectable()
export class IssueInBulk {
  constructor(
    @Inject(IssueCommand) private readonly issueCommand: IssueCommand,
    @Inject(LOG) private readonly log: Logger,
  ) {}

  /** One after the other, so that rows about the same referral happen in their order. After an outage the rest is not tried. */
  async issue(
    description: CommandDescription,
    rows: readonly BulkRow[],
    issuing: BulkIssuing,
  ): Promise<readonly RowResult[]> {
    const results: RowResult[] = [];
    let outage: Error | null = null;
    for (const [index, row] of rows.entries()) {
      try {
        if (outage !== null) throw outage;
        results.push(await this.row(description, row, { ...issuing, commandId: rowKey(issuing.commandId, index) }));
      } catch (error) {
        if (isLasting(error)) outage = error;
        results.push(this.refused(description, row, error, issuing.correlationId));
      }
    }
    return results;
  }

  private async row(description: CommandDescription, row: BulkRow, issuing: BulkIssuing): Promise<RowResult> {
    const { id, expectedRevision, body = {} } = row;
    const { revision, position } = await this.issueCommand.issue({
      aggregate: referralAggregate,
      description,
      id,
      body,
      ...issuing,
      ...(expectedRevision === undefined ? {} : { expectedRevision: BigInt(expectedRevision) }),
    });
    return {
      id,
      status: 200,
      revision: Number(revision),
      position: position === null ? '0' : positionToken(position),
    };
  }

  private refused({ name }: CommandDescription, { id }: BulkRow, error: unknown, correlationId: string): RowResult {
    const core = coreOf(error, true);
    if (core.status >= 500) this.log.error({ err: error, correlationId, code: core.code }, 'a row of a bulk failed');
    const instance = `/api/v1/${referralAggregate.collection}/${id}/${kebabCase(name)}`;
    return { id, status: core.status, problem: problemOf(core, instance, correlationId) };
  }
}

/** Whether it will be so for the next row too. Many writers at one stream are no sign of that. */
const isLasting = (error: unknown): error is Error => {
  const outage = outageOf(error);
  return outage !== null && outage.code !== 'STREAM_BUSY';
};
