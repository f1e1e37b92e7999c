import { collectDefaultMetrics, Gauge, Registry } from 'prom-client';
import type { ReactorStatus } from '../reactor';

/** What Prometheus is told of a reactor. */
export const metricsOf = (status: () => ReactorStatus): Registry => {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const gauge = (name: string, help: string, value: (status: ReactorStatus) => number) =>
    new Gauge({
      name,
      help,
      registers: [registry],
      collect() {
        this.set(value(status()));
      },
    });
  gauge('reactor_pending_facts', 'Facts that are being reacted to.', ({ pending }) => pending);
  gauge('reactor_waiting_instances', 'Instances of processes that wait for something.', ({ open }) => open.instances);
  gauge('reactor_set_timers', 'Timers that are set.', ({ open }) => open.timers);
  gauge('reactor_open_errands', 'Errands that are not settled.', ({ open }) => open.errands);
  gauge('reactor_overdue_timers', 'Timers that are due and have not fired.', ({ overdue }) => overdue);
  gauge('reactor_failed_reactions', 'Reactions that failed for good since the start.', ({ failed }) => failed);
  return registry;
};
