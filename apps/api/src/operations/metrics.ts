import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import type { FastifyInstance } from 'fastify';
import { collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import { Readiness } from './readiness';

/** What Prometheus is told. Labels hold routes and states only, never ids. */
@Injectable()
export class Metrics implements OnModuleInit {
  readonly registry = new Registry();

  private readonly requests = new Histogram({
    name: 'http_request_duration_seconds',
    help: 'Time from the first byte of a request to the last of its answer.',
    labelNames: ['method', 'route', 'status'],
    buckets: [0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5],
    registers: [this.registry],
  });

  constructor(@Inject(Readiness) private readonly readiness: Readiness) {}

  onModuleInit(): void {
    collectDefaultMetrics({ register: this.registry });
    const { readiness } = this;
    const lag = new Gauge({
      name: 'projection_behind_seconds',
      help: 'For how long a read model has been behind the log.',
      labelNames: ['projection'],
      registers: [this.registry],
      async collect() {
        const { projections } = await readiness.report();
        for (const { projection, behindMs, parked: count } of projections) {
          this.set({ projection }, behindMs / 1_000);
          parked.set({ projection }, count);
        }
      },
    });
    const parked = new Gauge({
      name: 'projection_parked_events',
      help: 'Events set aside because a projection could not take them.',
      labelNames: ['projection'],
      registers: [this.registry],
    });
    lag.reset();
  }

  /** Observes every answer of a server. */
  watch(server: FastifyInstance): void {
    server.addHook('onResponse', (request, reply, done) => {
      const { method, routeOptions } = request;
      const labels = { method, route: routeOptions.url ?? 'unknown', status: String(reply.statusCode) };
      this.requests.observe(labels, reply.elapsedTime / 1_000);
      done();
    });
  }
}
