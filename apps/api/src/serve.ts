import { RequestMethod } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { SwaggerModule } from '@nestjs/swagger';
import { ProblemFilter } from './http/problem-filter';
import { serverAdapter } from './http/server';
import { apiModule } from './module';
import { describeApi } from './operations/documentation';
import { Metrics } from './operations/metrics';
import type { Parts } from './parts';

/** Routes that stand outside the versioned interface. */
const outside = ['health/live', 'health/ready', 'metrics'].map((path) => ({ path, method: RequestMethod.GET }));

/** The API without a port: for documentation and for specs. */
export const createApi = async (parts: Parts): Promise<NestFastifyApplication> => {
  // Whoever opens the port to other machines has said that something in front of it knows the callers and the hosts.
  const anyHost = parts.configuration.INSECURE_TRUST_HEADERS === '1';
  const adapter = serverAdapter({ log: parts.log, anyHost });
  const app = await NestFactory.create<NestFastifyApplication>(apiModule(parts), adapter, {
    bodyParser: false,
    logger: false,
    abortOnError: false,
  });
  app.setGlobalPrefix('api/v1', { exclude: outside });
  app.useGlobalFilters(new ProblemFilter(parts.log));
  app.get(Metrics).watch(app.getHttpAdapter().getInstance());
  SwaggerModule.setup('docs', app, () => describeApi(app), { jsonDocumentUrl: 'docs/openapi.json' });
  return app;
};

/** Listens, and tells where and how to stop: no new connections, answers to what is open, then the stores are let go. */
export const serve = async (parts: Parts): Promise<{ readonly url: string; readonly stop: () => Promise<void> }> => {
  const { HOST, PORT } = parts.configuration;
  const app = await createApi(parts);
  await app.listen(PORT, HOST);
  const url = (await app.getUrl()).replace('[::1]', 'localhost');
  return {
    url,
    stop: async () => {
      await app.close();
      await parts.close();
    },
  };
};
