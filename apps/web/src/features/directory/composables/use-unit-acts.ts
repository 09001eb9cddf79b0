import type { Locale } from '@soc-coop/contracts';
import { useQueryClient } from '@tanstack/vue-query';
import { CreateUnitDocument, UpdateUnitDocument } from '../../../gql/graphql';
import { useAct } from '../../../shared/acts/use-act';
import { checkInput } from '../../../shared/check/check-input';
import { request } from '../../../shared/graphql/request';
import type { UnitValues } from '../unit-form';

const shared = (values: UnitValues) => ({
  parent: values.parent || null,
  name: values.name,
  shortName: values.shortName,
  territories: values.territories,
  competences: values.competences,
  languages: values.languages as Locale[],
  contactPoints: values.contactPoints.map(({ kind, value, note }) => ({
    kind,
    value: value.trim(),
    note: note.trim() || null,
  })),
});

/** Creating and changing a unit. */
export const useUnitActs = () => {
  const queries = useQueryClient();
  const refresh = (): void => {
    ['units', 'unit', 'unit-options', 'find-units'].forEach(
      (key) => void queries.invalidateQueries({ queryKey: [key] }),
    );
  };
  return {
    create: useAct(async (values: UnitValues, idempotencyKey) => {
      const { code, country, kind } = values;
      const input = { ...shared(values), code, country, kind, idempotencyKey };
      await checkInput('CreateUnitInput', input);
      const { createUnit } = await request(CreateUnitDocument, { input });
      refresh();
      return createUnit;
    }),
    update: useAct(async (changed: { id: string; version: number; values: UnitValues }, idempotencyKey) => {
      const { id, version, values } = changed;
      const input = { ...shared(values), id, version, active: values.active, idempotencyKey };
      await checkInput('UpdateUnitInput', input);
      const { updateUnit } = await request(UpdateUnitDocument, { input });
      refresh();
      return updateUnit;
    }),
  };
};
