import { aggregates } from '@referral/aggregates';
import { AccessLog, CommandRunner, EventCodec, EventStore, SequenceNumbers, UniqueNames } from '@referral/event-store';
import type { DynamicModule } from '@nestjs/common';
import { CqrsModule } from '@nestjs/cqrs';
import { ReadModels } from '@referral/read-models';
import { BulkController } from './commands/bulk.controller';
import { ClaimNext } from './commands/claim-next';
import { ClaimNextController } from './commands/claim-next.controller';
import { commandController } from './commands/command-controller';
import { ExternalIds } from './commands/external-ids';
import { handlersOf } from './commands/handlers';
import { IssueCommand } from './commands/issue-command';
import { IssueInBulk } from './commands/issue-in-bulk';
import { KeyOwners } from './commands/key-owners';
import { LookUpChecklist } from './commands/look-up-checklist';
import { LookUpReferral } from './commands/look-up-referral';
import { Preparations } from './commands/preparations';
import { PrepareDraftReferral } from './commands/prepare-draft-referral';
import { PrepareReceiveReferral } from './commands/prepare-receive-referral';
import { Callers, HeaderCallers } from './http/caller';
import { IntakeController } from './intake/intake.controller';
import { ReceiveMessage } from './intake/receive-message';
import { HealthController } from './operations/health.controller';
import { Metrics } from './operations/metrics';
import { MetricsController } from './operations/metrics.controller';
import { Readiness } from './operations/readiness';
import { CLOCK, FEED_HEARTBEAT, LOG, type Parts } from './parts';
import { Published } from './published/published';
import { AbsentStaff } from './queries/absent-staff';
import { AuditTrailController } from './queries/audit-trail.controller';
import { CurrentWorklist } from './queries/current-worklist';
import { DeadlinesController } from './queries/deadlines.controller';
import { Feed } from './queries/feed';
import { FeedController } from './queries/feed.controller';
import { HistoryController } from './queries/history.controller';
import { instanceController } from './queries/instance-controller';
import { InstancePage } from './queries/instance-page';
import { ReferralPage } from './queries/referral-page';
import { ReferralStream } from './queries/referral-stream';
import { ReferralsController } from './queries/referrals.controller';
import { Streams } from './queries/streams';
import { Turnaround } from './queries/turnaround';
import { TurnaroundController } from './queries/turnaround.controller';
import { Visible } from './queries/visible';
import { Worklists } from './queries/worklists';
import { WorklistsController } from './queries/worklists.controller';

class Api {}

/** The HTTP interface over its parts. A new aggregate adds nothing here: its routes and handlers are made from its description. */
export const apiModule = (parts: Parts): DynamicModule => ({
  module: Api,
  imports: [CqrsModule.forRoot()],
  controllers: [
    // Before the commands of one referral, whose routes begin with an id.
    BulkController,
    ...aggregates.map(commandController),
    ...aggregates.filter(({ category }) => category !== 'referral').map(instanceController),
    ReferralsController,
    HistoryController,
    DeadlinesController,
    WorklistsController,
    ClaimNextController,
    AuditTrailController,
    TurnaroundController,
    FeedController,
    IntakeController,
    HealthController,
    MetricsController,
  ],
  providers: [
    { provide: CLOCK, useValue: parts.clock },
    { provide: LOG, useValue: parts.log },
    { provide: FEED_HEARTBEAT, useValue: parts.configuration.FEED_HEARTBEAT_MS },
    { provide: EventStore, useValue: parts.store },
    { provide: EventCodec, useValue: parts.codec },
    { provide: CommandRunner, useValue: parts.runner },
    { provide: UniqueNames, useValue: parts.uniqueNames },
    { provide: SequenceNumbers, useValue: parts.sequenceNumbers },
    { provide: AccessLog, useValue: parts.accessLog },
    { provide: ReadModels, useValue: parts.readModels },
    { provide: Callers, useClass: HeaderCallers },
    ...aggregates.flatMap(handlersOf),
    IssueCommand,
    IssueInBulk,
    Preparations,
    PrepareDraftReferral,
    PrepareReceiveReferral,
    ExternalIds,
    KeyOwners,
    LookUpReferral,
    ClaimNext,
    LookUpChecklist,
    ReceiveMessage,
    Feed,
    Visible,
    ReferralPage,
    ReferralStream,
    Streams,
    InstancePage,
    Turnaround,
    Worklists,
    AbsentStaff,
    Published,
    CurrentWorklist,
    Readiness,
    Metrics,
  ],
});
