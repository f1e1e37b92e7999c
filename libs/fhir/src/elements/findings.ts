import type { Issue } from '../issue';
import type { Place } from './place';

/** What was found out about a message while it was read. The same problem at the same place is told once. */
export interface Findings {
  /** The message cannot be taken in because of this. */
  readonly refuse: (code: Issue['code'], at: Place<unknown>, diagnostics: string) => void;
  /** The sender should know this; the message is taken in nevertheless. */
  readonly remark: (severity: 'warning' | 'information', code: Issue['code'], at: Place<unknown>, text: string) => void;
  /** Why the message is refused; empty when it is not. At most `mostIssues`, and one more that says so. */
  readonly refusals: () => readonly Issue[];
  readonly remarks: () => readonly Issue[];
}

/** Whoever sends 10,000 mistakes is told the first hundred. */
export const mostIssues = 100;

/** An empty collection of findings for one message. */
export const collectFindings = (): Findings => {
  const refusals = new Map<string, Issue>();
  const remarks = new Map<string, Issue>();
  const add = (to: Map<string, Issue>, { severity, code, diagnostics, expression }: Issue) => {
    const key = [code, ...expression, diagnostics].join('\n');
    if (to.size < mostIssues) to.set(key, { severity, code, diagnostics, expression });
    else if (!to.has(key)) to.set('', { severity, code: 'too-long', diagnostics: furtherIssues, expression: [] });
  };
  return {
    refuse: (code, at, diagnostics) => add(refusals, { severity: 'error', code, diagnostics, expression: [at.path] }),
    remark: (severity, code, at, diagnostics) => add(remarks, { severity, code, diagnostics, expression: [at.path] }),
    refusals: () => [...refusals.values()],
    remarks: () => [...remarks.values()],
  };
};

const furtherIssues = `There are more than ${mostIssues} issues; the others are left out.`;
