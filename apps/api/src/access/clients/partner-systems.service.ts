import { Injectable } from '@nestjs/common';
import type {
  ChangePartnerSystemKeyInput,
  RegisterPartnerSystemInput,
  SwitchPartnerSystemInput,
} from '@soc-coop/dto';
import { addDays } from '@soc-coop/domain';
import { exchangeTypeCodes } from '@soc-coop/reference';
import { type ActNote, Acts } from '../../platform/acts';
import { Clock } from '../../platform/clock/clock';
import type { Actor, StaffActor } from '../../platform/context';
import { isUuid, newId } from '../../platform/database';
import { DomainError } from '../../platform/errors';
import {
  cappedCount,
  cutPage,
  decodeCursor,
  type Page,
  type PageRequest,
  pageSize,
} from '../../platform/paging';
import { officeDay } from '../membership';
import { Policy } from '../policy';
import type { PartnerSystemRow } from './partner-system.row';
import { PartnerSystemsRepository } from './partner-systems.repository';
import { keysOn, type KeptKey, readPublicKeys, refuseKnown, thumbprintOf } from './public-keys';

/** An old key beside a new one is for the change-over; a longer wait would be forgotten. */
const LONGEST_OVERLAP_DAYS = 90;

/** Administrators keep the partner systems of their own country. */
@Injectable()
export class PartnerSystems {
  constructor(
    private readonly acts: Acts,
    private readonly policy: Policy,
    private readonly systems: PartnerSystemsRepository,
    private readonly clock: Clock,
  ) {}

  /** One page of the systems of the administrator's country, by name; audited. */
  async list(actor: Actor, page: PageRequest): Promise<Page<PartnerSystemRow>> {
    return this.acts.view(actor, { action: 'partnerSystem.list' }, async (note) => {
      const { country } = this.administrator(actor);
      const size = pageSize(page);
      const after = page.after ? decodeCursor(page.after, 2) : null;
      if (after && !isUuid(after[1] ?? '')) throw new DomainError('request.cursorInvalid');
      const rows = await this.systems.page(country, after, size + 1);
      note.detail({ rows: Math.min(rows.length, size) });
      const total = cappedCount(await this.systems.count(country));
      return cutPage(
        rows,
        size,
        total,
        ({ name, id }) => [name.toLowerCase(), id],
        (row) => row,
      );
    });
  }

  /** One system of the administrator's country; audited. */
  async get(actor: Actor, id: string): Promise<PartnerSystemRow> {
    const act = { action: 'partnerSystem.view', resource: { type: 'api_client', id } };
    return this.acts.view(actor, act, () => this.managed(actor, id));
  }

  /** Enters a system for a unit and gives its id: the name it signs with. */
  async register(actor: Actor, input: RegisterPartnerSystemInput): Promise<string> {
    const once = { key: input.idempotencyKey, input };
    return this.acts.perform(actor, { action: 'partnerSystem.register', once }, async (note) => {
      this.administrator(actor);
      const country = await this.systems.countryOfUnit(input.unit);
      if (country === null) throw new DomainError('directory.unitNotFound');
      this.policy.require(actor, 'client:manage', { unitId: input.unit, country });
      const types = [...new Set(input.types)];
      const unknown = types.filter((type) => !exchangeTypeCodes.includes(type));
      if (unknown.length > 0) throw new DomainError('directory.competenceUnknown', { types: unknown });
      const keys = this.dated(await readPublicKeys(input.publicKeys));
      const id = newId();
      note.resource('api_client', id);
      note.detail({ unit: input.unit, types, keys: await printsOf(keys) });
      const { unit: unitId, name } = input;
      await this.systems.insert({ id, name: name.trim(), unitId, types, keys, createdAt: this.clock.now() });
      return id;
    });
  }

  /** Puts new keys beside the present ones, which are taken until a day, or from now on no more. */
  async changeKey(actor: Actor, input: ChangePartnerSystemKeyInput): Promise<string> {
    const { id, version, presentUntil = null } = input;
    return this.change(actor, 'partnerSystem.changeKey', input, async (system, note) => {
      const fresh = this.dated(await readPublicKeys(input.publicKeys));
      const kept = presentUntil === null ? [] : this.ending(system.keys, presentUntil);
      // A key that was taken away is not brought back: whoever had it may still have it.
      await refuseKnown([...system.keys, ...fresh]);
      await this.systems.update(id, version, { keys: [...kept, ...fresh], active: system.active });
      if (presentUntil === null) await this.systems.endTokens(id);
      note.detail({ keys: await printsOf(fresh), ...(presentUntil !== null && { presentUntil }) });
    });
  }

  /** Switches a system off, and its tokens with it; or on again. */
  async switch(actor: Actor, input: SwitchPartnerSystemInput): Promise<string> {
    const { id, version, active } = input;
    return this.change(actor, 'partnerSystem.switch', input, async ({ keys }, note) => {
      await this.systems.update(id, version, { keys, active });
      if (!active) await this.systems.endTokens(id);
      note.detail({ active });
    });
  }

  /** The keys that are taken today. */
  validKeys({ keys }: PartnerSystemRow): readonly KeptKey[] {
    return keysOn(keys, this.today());
  }

  private async change(
    actor: Actor,
    action: string,
    input: { readonly id: string; readonly idempotencyKey: string },
    work: (system: PartnerSystemRow, note: ActNote) => Promise<void>,
  ): Promise<string> {
    const { id, idempotencyKey } = input;
    const act = { action, resource: { type: 'api_client', id }, once: { key: idempotencyKey, input } };
    return this.acts.perform(actor, act, async (note) => {
      await work(await this.managed(actor, id), note);
      return id;
    });
  }

  /** Systems of another country are answered for like systems that do not exist. */
  private async managed(actor: Actor, id: string): Promise<PartnerSystemRow> {
    this.administrator(actor);
    const system = isUuid(id) ? await this.systems.find(id) : null;
    if (system === null || !this.policy.may(actor, 'client:manage', system))
      throw new DomainError('access.partnerSystemNotFound');
    return system;
  }

  private administrator(actor: Actor): StaffActor {
    if (actor.kind !== 'staff')
      throw new DomainError(actor.kind === 'anonymous' ? 'access.signInRequired' : 'access.forbidden');
    this.policy.require(actor, 'client:manage', actor);
    return actor;
  }

  private dated(keys: readonly KeptKey[]): readonly KeptKey[] {
    return keys.map((key) => ({ ...key, added: this.today() }));
  }

  private ending(keys: readonly KeptKey[], until: string): readonly KeptKey[] {
    const today = this.today();
    if (until < today || until > addDays(today, LONGEST_OVERLAP_DAYS))
      throw new DomainError('request.invalid', { fields: ['presentUntil'] });
    return keysOn(keys, today).map((key) => ({
      ...key,
      until: key.until !== undefined && key.until < until ? key.until : until,
    }));
  }

  private today(): string {
    return officeDay(this.clock.now());
  }
}

/** The keys as an audit event names them. */
const printsOf = (keys: readonly KeptKey[]): Promise<string[]> => Promise.all(keys.map(thumbprintOf));
