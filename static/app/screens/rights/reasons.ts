// The words of one link of a chain of rules. About somebody else than the reader some links have words of their own
// (`why-of-…`), so that nobody reads "you" about another person. The place in it stands apart, to be a link.

import type { Reason } from '../../wire/error';
import { known, t } from '../../words';

export interface ReasonParts {
  before: string;
  place: string;
  after: string;
}

export function reasonParts({ code, args }: Reason, self: boolean): ReasonParts {
  const dashed = code.replaceAll('_', '-');
  const id = !self && known(`why-of-${dashed}`) ? `why-of-${dashed}` : `why-${dashed}`;
  const text = known(id) ? t(id, args) : code;
  // Fluent puts marks around what it inserts.
  const isolated = args.place ? `\u2068${args.place}\u2069` : '';
  const at = isolated ? text.indexOf(isolated) : -1;
  if (at < 0) return { before: text, place: '', after: '' };
  return { before: text.slice(0, at), place: args.place!, after: text.slice(at + isolated.length) };
}
