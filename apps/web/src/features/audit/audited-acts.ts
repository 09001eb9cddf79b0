import {
  AUDITED_ACTS,
  AUDITED_THINGS,
  type AuditedAct,
  auditedAct,
  type AuditedThing,
  wayInOf,
} from '@soc-coop/contracts';
import type { MessageKey } from '@soc-coop/messages';

/** The acts the log can be asked for. */
export const ACTS: readonly AuditedAct[] = Object.keys(AUDITED_ACTS).flatMap(
  (name) => auditedAct(name) ?? [],
);

type ActKey<Act extends string> = Act extends `${infer Room}.${infer Verb}` ? `${Room}_${Verb}` : never;

/** The text of an act; null for one that is newer than this page, which is shown by its code. */
export const actText = (action: string): MessageKey | null => {
  const way = wayInOf(action);
  if (way !== null) return `audit.way.${way}`;
  const act = auditedAct(action);
  return act === null ? null : `audit.act.${act.replace('.', '_') as ActKey<AuditedAct>}`;
};

/** What an event names. */
export interface About {
  readonly resourceType?: string | null;
  readonly resourceId?: string | null;
}

const isThing = (type: string | null | undefined): type is AuditedThing =>
  AUDITED_THINGS.some((thing) => thing === type);

/** The text of what an event is about, one thing or many; null for a kind that is newer than this page. */
export const aboutText = ({ resourceType, resourceId }: About): MessageKey | null => {
  if (!isThing(resourceType)) return null;
  return resourceId ? `audit.resource.${resourceType}` : `audit.resources.${resourceType}`;
};
