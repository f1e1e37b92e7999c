import { Controller, Inject, Post, Req, Res } from '@nestjs/common';
import { ApiBody, ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Callers } from '../http/caller';
import { BadRequest } from '../http/problem';
import { plainBigints } from '../http/problem-answer';
import { issuingOf } from '../http/requests';
import { validated } from '../http/validated';
import { bulkAnswer } from './bulk-answer';
import { bulkCommands, BulkRequest, MOST_ROWS } from './bulk-request';
import { ApiIdempotencyKey, problemContent } from './command-documentation';
import { IssueInBulk, rowKey } from './issue-in-bulk';

/** Longest idempotency key, of a row as of a request. */
const LONGEST_KEY = 128;

/** One command for many referrals. */
@ApiTags('commands')
@Controller('referrals')
export class BulkController {
  constructor(
    @Inject(IssueInBulk) private readonly inBulk: IssueInBulk,
    @Inject(Callers) private readonly callers: Callers,
  ) {}

  @Post('bulk')
  @ApiOperation({
    operationId: 'issueInBulk',
    summary: `Issues one command for up to ${MOST_ROWS} referrals, each on its own.`,
    description:
      'A row that is refused does not stop the others. Rows are taken in their order, each under a key of its own that is made of the request’s: the same request again does what is left to do. The roles are those of the command.',
  })
  @ApiBody({ schema: { $ref: '#/components/schemas/BulkRequest' } })
  @ApiIdempotencyKey(`1 to ${LONGEST_KEY - 4} printable characters.`)
  @ApiResponse({ status: 200, description: 'Every row was done, or was already so.', schema: bulkAnswer })
  @ApiResponse({ status: 207, description: 'At least one row was refused; its problem says why.', schema: bulkAnswer })
  @ApiResponse({ status: 400, description: 'The request as a whole cannot be used.', content: problemContent })
  async issue(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const { command, rows } = validated(BulkRequest, request.body, 'The body');
    const description = bulkCommands.find(({ name }) => name === command);
    if (!description) throw new BadRequest(`There is no command ${command}`);
    const { expectedRevision, ...issuing } = issuingOf(request, this.callers);
    if (expectedRevision !== undefined)
      throw new BadRequest('If-Match is about one referral: say expectedRevision in each row instead');
    if (rowKey(issuing.commandId, MOST_ROWS - 1).length > LONGEST_KEY)
      throw new BadRequest(`Idempotency-Key must be at most ${LONGEST_KEY - 4} characters here`);
    const results = await this.inBulk.issue(description, rows, issuing);
    const refused = results.filter(({ status }) => status !== 200).length;
    const answer = { command, done: results.length - refused, refused, results };
    // A problem tells revisions, which JSON has no numbers for.
    void reply
      .status(refused === 0 ? 200 : 207)
      .header('content-type', 'application/json; charset=utf-8')
      .send(JSON.stringify(answer, plainBigints));
  }
}
