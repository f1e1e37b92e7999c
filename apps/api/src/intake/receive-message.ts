import { DomainError, type LogPosition } from '@referral/eventsourcing';
import { alreadyReceivedAs, type IntakeReferral, type Issue, readIntake, receivedAs } from '@referral/fhir';
import { Inject, Injectable } from '@nestjs/common';
import { ReceiveReferral, referralAggregate, type ReferralEvent } from '@referral/referral';
import type { Clock } from '@referral/runtime';
import { type Incoming, IssueCommand } from '../commands/issue-command';
import { describing } from '../commands/describing';
import { CLOCK } from '../parts';
import { ReferralStream } from '../queries/referral-stream';

/** Who sends a message, and in which conversation. */
export type Sending = Pick<Incoming, 'caller' | 'correlationId'>;

/** What became of a message. */
export interface Received {
  readonly status: 200 | 201 | 409 | 422;
  readonly issues: readonly Issue[];
  /** The referrals that stand for its orders now, in the order of the message. */
  readonly referralIds: readonly string[];
  /** Position of the newest event that it led to; `null` when it led to none that could be told. */
  readonly position: LogPosition | null;
}

/**
 * Takes in a FHIR message: read whole, then received order by order. The key of each order comes from its content, so a message that was
 * cut off in the middle is completed when it is sent again, and one that was not changes nothing.
 */
@Injectable()
export class ReceiveMessage {
  constructor(
    @Inject(IssueCommand) private readonly issueCommand: IssueCommand,
    @Inject(ReferralStream) private readonly stream: ReferralStream,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async receive(message: unknown, sending: Sending): Promise<Received> {
    const { tenantId } = sending.caller;
    const intake = readIntake(message, { tenantId, now: this.clock() });
    if ('issues' in intake) return { status: 422, issues: intake.issues, referralIds: [], position: null };
    const orders: Order[] = [];
    for (const order of intake.commands) orders.push(await this.receiveOrder(order, sending));
    const status = orders.some(({ refused }) => refused) ? 409 : orders.some(({ created }) => created) ? 201 : 200;
    return {
      status,
      issues: [...orders.map(({ issue }) => issue), ...intake.remarks],
      referralIds: orders.map(({ referralId }) => referralId),
      position: orders.reduce<LogPosition | null>((newest, { position }) => later(newest, position), null),
    };
  }

  private async receiveOrder(order: IntakeReferral, { caller, correlationId }: Sending): Promise<Order> {
    try {
      const { id, position, replayed } = await this.issueCommand.issue({
        aggregate: referralAggregate,
        description: describing(referralAggregate, ReceiveReferral),
        body: order.body,
        caller,
        source: { channel: 'ehr', system: order.externalId.system.slice(0, 200) },
        commandId: order.idempotencyKey,
        correlationId,
      });
      const reference = await this.referenceOf(caller.tenantId, id);
      const issue = replayed ? alreadyReceivedAs(order, reference) : receivedAs(order, reference);
      return { referralId: id, position, created: !replayed, refused: false, issue };
    } catch (error) {
      const existing = error instanceof DomainError ? error.details['referralId'] : undefined;
      if (!(error instanceof DomainError) || error.code !== 'DUPLICATE_EXTERNAL_ID' || typeof existing !== 'string')
        throw error;
      const diagnostics = `Already received as ${await this.referenceOf(caller.tenantId, existing)} with other content; nothing was changed.`;
      const issue: Issue = { severity: 'error', code: 'conflict', diagnostics, expression: [order.expression] };
      return { referralId: existing, position: null, created: false, refused: true, issue };
    }
  }

  private async referenceOf(tenantId: string, referralId: string): Promise<string> {
    for await (const { event } of this.stream.tell(tenantId, referralId)) {
      const first = event as ReferralEvent | null;
      if (first?.type === 'ReferralReceived') return first.data.reference;
      break;
    }
    return referralId;
  }
}

const later = (one: LogPosition | null, other: LogPosition | null): LogPosition | null =>
  one === null || (other !== null && other.commit > one.commit) ? other : one;

interface Order {
  readonly position: LogPosition | null;
  readonly referralId: string;
  readonly created: boolean;
  readonly refused: boolean;
  readonly issue: Issue;
}
