import type { Locale } from '@soc-coop/contracts';
import type { ActiveMembership } from '../membership';
import type { Stage } from './stage.rules';
import type { StaffActor } from '../../platform/context';

/** A live session with what the account is today. */
export interface SessionRow {
  readonly id: string;
  readonly tokenHash: Buffer;
  readonly accountId: string;
  readonly unitId: string;
  readonly proved: boolean;
  readonly createdAt: Date;
  readonly lastSeenAt: Date;
  readonly expiresAt: Date;
  readonly email: string;
  readonly locale: Locale;
  readonly mustChangePassword: boolean;
  readonly enrolled: boolean;
  readonly memberships: readonly ActiveMembership[];
}

/** A session as the rest of the product knows it. */
export interface Session {
  readonly id: string;
  readonly tokenHash: Buffer;
  readonly accountId: string;
  readonly email: string;
  readonly stage: Stage;
  /** Who is asking: with the roles of the acting unit in stage `full`, with none before. */
  readonly actor: StaffActor;
  readonly enrolled: boolean;
  /** True when a role held today may not work without a second factor. */
  readonly compulsory: boolean;
  readonly memberships: readonly ActiveMembership[];
  readonly endsAt: Date;
}

/** A session in the list of its owner. */
export interface ListedSession {
  readonly id: string;
  readonly createdAt: Date;
  readonly lastSeenAt: Date;
  readonly userAgent: string | null;
}
