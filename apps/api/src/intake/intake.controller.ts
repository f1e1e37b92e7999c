import { operationOutcome } from '@referral/fhir';
import { Body, Controller, Inject, Post, Req, Res } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiOperation, ApiProduces, ApiResponse, ApiTags } from '@nestjs/swagger';
import type { OperationOutcome } from 'fhir/r4';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { listOf, record, text } from '../http/answers';
import { Callers } from '../http/caller';
import { correlationIdOf } from '../http/correlation';
import { positionToken } from '../http/positions';
import { ReceiveMessage } from './receive-message';

const FHIR = 'application/fhir+json';

const outcome = record({
  resourceType: text,
  issue: listOf(record({ severity: text, code: text, diagnostics: text }, true)),
});

const headers = {
  'X-Referral-Ids': { description: 'Ids of the referrals of its orders, separated by commas.', schema: text },
  'X-Position': { description: 'Log position from which reads show them.', schema: text },
};

/** Intake of messages from other systems. */
@ApiTags('intake')
@Controller('intake')
export class IntakeController {
  constructor(
    @Inject(ReceiveMessage) private readonly messages: ReceiveMessage,
    @Inject(Callers) private readonly callers: Callers,
  ) {}

  @Post('fhir')
  @ApiOperation({
    operationId: 'receiveFhir',
    summary: 'A FHIR R4 Bundle or ServiceRequest becomes referrals.',
    description:
      'Each order is received once, however often it is sent. A message that cannot be understood is refused as a whole.',
  })
  @ApiConsumes(FHIR, 'application/json')
  @ApiProduces(FHIR)
  @ApiBody({
    schema: {
      type: 'object',
      required: ['resourceType'],
      properties: { resourceType: { enum: ['Bundle', 'ServiceRequest'] } },
    },
  })
  @ApiResponse({ status: 200, description: 'Every order had been received before.', headers, schema: outcome })
  @ApiResponse({
    status: 201,
    description:
      'At least one order was received; X-Referral-Ids names the referrals, X-Position is the log position from which reads show them.',
    headers,
    schema: outcome,
  })
  @ApiResponse({
    status: 409,
    description: 'An order was received before with other content.',
    headers,
    schema: outcome,
  })
  @ApiResponse({
    status: 422,
    description: 'Refused as a whole: an OperationOutcome with the FHIRPath of each thing that is wrong.',
    schema: outcome,
  })
  async receive(
    @Body() message: unknown,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<OperationOutcome> {
    const sending = { caller: this.callers.of(request), correlationId: correlationIdOf(request) };
    const { status, issues, referralIds, position } = await this.messages.receive(message, sending);
    void reply.status(status).header('content-type', `${FHIR}; charset=utf-8`);
    if (referralIds.length > 0) void reply.header('x-referral-ids', referralIds.join(','));
    if (position !== null) void reply.header('x-position', positionToken(position));
    return operationOutcome(issues);
  }
}
