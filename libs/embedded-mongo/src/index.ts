export { serve } from './wire/serve';
export type { RunningNode, ServeOptions } from './wire/serve';
