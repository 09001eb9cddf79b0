import type { Actor } from '../context';

/** What a use case adds to its audit event while it works. */
export class ActNote {
  private readonly values: Record<string, unknown> = {};
  private actor: Actor | null = null;

  constructor(private about: { readonly type: string; readonly id: string | null } | null = null) {}

  /** Says what the act turned out to be about, e.g. the id just created. */
  resource(type: string, id: string): void {
    this.about = { type, id };
  }

  /** Adds ids, codes and counts; never personal data, for this part is hashed and cannot be erased. */
  detail(values: Readonly<Record<string, unknown>>): void {
    Object.assign(this.values, values);
  }

  /** Names the actor where the act itself finds out who it is: signing in. */
  by(actor: Actor): void {
    this.actor = actor;
  }

  get resourceOrNull(): { readonly type: string; readonly id: string | null } | null {
    return this.about;
  }

  get details(): Readonly<Record<string, unknown>> {
    return this.values;
  }

  actorOr(actor: Actor): Actor {
    return this.actor ?? actor;
  }
}
