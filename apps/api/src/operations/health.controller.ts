import { Controller, Get, Inject, Res } from '@nestjs/common';
import { ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Answers, anything, flag, listOf, maybe, record, text } from '../http/answers';
import { Readiness } from './readiness';

const report = record({ ready: flag, checks: anything, head: maybe(text), projections: listOf(anything) });

/** For whoever keeps the process running. */
@ApiTags('operations')
@Controller('health')
export class HealthController {
  constructor(@Inject(Readiness) private readonly readiness: Readiness) {}

  /** The process answers. */
  @Get('live')
  @Answers({ schema: record({ status: text }) })
  @ApiOperation({ operationId: 'getLive', summary: 'The process answers.' })
  live(): { readonly status: 'live' } {
    return { status: 'live' };
  }

  /** 200 when commands can be taken and queries are answered from read models that are nearly current, else 503; both say why. */
  @Get('ready')
  @Answers({ schema: report })
  @ApiResponse({
    status: 503,
    description: 'Not ready; the same report.',
    content: { 'application/json': { schema: report } },
  })
  @ApiOperation({
    operationId: 'getReady',
    summary: 'Whether commands can be taken and read models are nearly current.',
  })
  async ready(@Res({ passthrough: true }) reply: FastifyReply): Promise<object> {
    const report = await this.readiness.report();
    void reply.status(report.ready ? 200 : 503);
    return report;
  }
}
