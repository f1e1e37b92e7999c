import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Core } from './problem-answer';

/**
 * Keeps the routes of a server as they are added, and tells whether a request that met none of them named an address that there is,
 * with a method that it does not know.
 */
export const methodsOf = (server: FastifyInstance) => {
  const routes = new Map<string, { readonly form: RegExp; readonly methods: Set<string> }>();
  server.addHook('onRoute', ({ url, method }) => {
    const route = routes.get(url) ?? { form: formOf(url), methods: new Set<string>() };
    for (const one of [method].flat()) route.methods.add(one);
    routes.set(url, route);
  });
  return ({ is404, url }: Pick<FastifyRequest, 'is404' | 'url'>): Core | null => {
    if (!is404) return null;
    const [path = ''] = url.split('?');
    const methods = [...routes.values()].flatMap((route) => (route.form.test(path) ? [...route.methods] : []));
    if (methods.length === 0) return null;
    return {
      status: 405,
      code: 'METHOD_NOT_ALLOWED',
      detail: `This address takes ${methods.join(', ')} only.`,
      members: { methods },
    };
  };
};

/** The addresses of a route such as `/referrals/:id` or `/docs/*`. */
const formOf = (route: string): RegExp =>
  new RegExp(
    `^${route
      .replaceAll('.', '\\.')
      .replaceAll(/:[^/]+/g, '[^/]+')
      .replaceAll('*', '.*')}$`,
  );
