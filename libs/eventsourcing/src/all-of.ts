import type { Knowledge } from './knowledge';
import type { RecordedEvent } from './recorded-event';
import { categoryOf } from './stream-name';

type Parts = Readonly<Record<string, unknown>>;

/** Several kinds of knowledge as one, so that whoever follows them reads the log once: each under its name. */
export const allOf = <Known extends Parts>(kinds: {
  readonly [Name in keyof Known]: Knowledge<Known[Name], never>;
}): Knowledge<Known> => {
  const named = Object.entries(kinds) as readonly (readonly [keyof Known & string, Knowledge])[];
  return {
    categories: named.flatMap(([, { categories }]) => categories),
    initial: Object.fromEntries(named.map(([name, { initial }]) => [name, initial])) as Known, // a part for each kind
    learn: (known: Known, event: RecordedEvent): Known => {
      const category = categoryOf(event.streamId);
      const concerned = named.filter(([, { categories }]) => categories.includes(category));
      return concerned.reduce((so, [name, { learn }]) => ({ ...so, [name]: learn(so[name], event) }), known);
    },
  };
};
