import type { FastifyRequest } from 'fastify';

/** Whether the caller asks for a media type by its name. Whoever takes anything gets JSON. */
export const asksFor = ({ headers }: Pick<FastifyRequest, 'headers'>, type: string): boolean =>
  (headers.accept ?? '').split(',').some((range) => {
    const [name, ...parameters] = range.toLowerCase().split(';');
    return name?.trim() === type && !parameters.some((parameter) => /^\s*q=0(\.0*)?\s*$/.test(parameter));
  });
