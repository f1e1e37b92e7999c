import { Controller, HttpCode, Inject, Param, Post, Req, Res } from '@nestjs/common';
import { ApiOperation, ApiParam, ApiResponse, ApiTags } from '@nestjs/swagger';
import { queueBySlug, type ReferralQueue, referralQueues } from '@referral/projections';
import { referralAggregate } from '@referral/referral';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Callers } from '../http/caller';
import { etag } from '../http/preconditions';
import { BadRequest, NotFound } from '../http/problem';
import { issuingOf } from '../http/requests';
import { requireQueue } from '../queries/may-see';
import { ClaimNext } from './claim-next';
import { answerOf, answerSchema, type CommandAnswer } from './command-answer';
import { ApiIdempotencyKey, problemContent } from './command-documentation';

const slugs = referralQueues.map(({ slug }) => slug);

/** The next referral of a queue, for whoever asks first. */
@ApiTags('commands')
@Controller('worklists')
export class ClaimNextController {
  constructor(
    @Inject(ClaimNext) private readonly claimNext: ClaimNext,
    @Inject(Callers) private readonly callers: Callers,
  ) {}

  @Post(':queue/claim-next')
  @HttpCode(200)
  @ApiOperation({
    operationId: 'claimNext',
    summary: 'Gives the caller the first referral of a queue that nobody has.',
    description:
      'No two callers get the same one, and no caller the same one twice; the same key again answers the same referral. Nothing is said in the body. Roles: coordinator.',
  })
  @ApiParam({ name: 'queue', schema: { enum: slugs } })
  @ApiIdempotencyKey('1 to 128 printable characters.')
  @ApiResponse({ status: 200, description: 'It is the caller’s.', schema: answerSchema(referralAggregate.idField) })
  @ApiResponse({ status: 400, description: 'It is no queue of referrals.', content: problemContent })
  @ApiResponse({ status: 403, description: 'The caller does not work in this queue.', content: problemContent })
  @ApiResponse({ status: 404, description: 'There is nothing that the caller could claim.', content: problemContent })
  async claim(
    @Param('queue') slug: string,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<CommandAnswer> {
    const queue = queueOfReferrals(slug);
    if (Object.keys(request.body ?? {}).length > 0) throw new BadRequest('The body says nothing here');
    const { expectedRevision, ...claiming } = issuingOf(request, this.callers);
    if (expectedRevision !== undefined) throw new BadRequest('If-Match is about a referral that the caller knows');
    requireQueue(queue, claiming.caller.actor);
    const claimed = await this.claimNext.claim(queue, claiming);
    void reply.header('etag', etag(claimed.revision)).header('location', `/api/v1/referrals/${claimed.id}`);
    return answerOf(referralAggregate.idField, claimed);
  }
}

const queueOfReferrals = (slug: string): ReferralQueue => {
  const queue = queueBySlug(slug);
  if (!queue) throw new NotFound(`There is no queue ${slug}; referrals are in ${slugs.join(', ')}.`);
  if (queue.of !== 'worklist') throw new BadRequest(`${slug} is no queue of referrals, and nothing in it is claimed`);
  return queue;
};
