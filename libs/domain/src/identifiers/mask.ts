import type { IdentifierType } from './types';

const DOT = '•';
const SHOWN = 2;
/** Below this length two shown characters would give too much away. */
const SHORTEST_PARTLY_SHOWN = 6;

/** How many characters stand together, so that a masked number still looks like one of its kind. */
const GROUPS: Readonly<Record<IdentifierType, readonly number[]>> = {
  cnp: [1, 6, 6],
  egn: [4, 2, 4],
  lnch: [4, 2, 4],
  cui: [],
  eik: [3, 3, 3, 4],
  iban: [4, 4, 4, 4, 4, 4],
};

/** Hides a compact number except its last two characters, as in `•••• •• ••12`; very short ones wholly. */
export const maskIdentifier = (type: IdentifierType, compact: string): string => {
  const shown = compact.length >= SHORTEST_PARTLY_SHOWN ? SHOWN : 0;
  const hidden = DOT.repeat(compact.length - shown) + compact.slice(compact.length - shown);
  return grouped(hidden, GROUPS[type]);
};

const grouped = (text: string, groups: readonly number[]): string => {
  const parts: string[] = [];
  let rest = text;
  for (const length of groups) {
    parts.push(rest.slice(0, length));
    rest = rest.slice(length);
  }
  return [...parts, rest].filter((part) => part !== '').join(' ');
};
