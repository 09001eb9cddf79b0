import { getMetadataStorage, type MetadataStorage } from 'class-validator';

type Checks = ReturnType<MetadataStorage['getTargetValidationMetadatas']>;
type ByProperty = ReturnType<MetadataStorage['groupByPropertyName']>;
type Class = Parameters<MetadataStorage['getTargetValidationMetadatas']>[0];

const remembering = new WeakSet<MetadataStorage>();

/**
 * Lets class-validator look up the checks of an input class once. It would go through every class there is for each object
 * it checks, to find those the class inherits from; but a class has all its checks before the first object of it
 * can be made. Only the question the pipe asks is remembered: no schema by name, no groups.
 */
export const rememberChecks = (storage: MetadataStorage = getMetadataStorage()): void => {
  if (remembering.has(storage)) return;
  remembering.add(storage);
  const checks = new Map<Class, Checks>();
  const byProperty = new WeakMap<Checks, ByProperty>();
  const find = storage.getTargetValidationMetadatas.bind(storage);
  const group = storage.groupByPropertyName.bind(storage);
  storage.getTargetValidationMetadatas = (target, schema, always, strictGroups, groups) => {
    if (schema || always || strictGroups || groups !== undefined)
      return find(target, schema, always, strictGroups, groups);
    const known = checks.get(target);
    if (known !== undefined) return known;
    const found = find(target, schema, always, strictGroups, groups);
    checks.set(target, found);
    return found;
  };
  storage.groupByPropertyName = (found) => {
    const known = byProperty.get(found);
    if (known !== undefined) return known;
    const grouped = group(found);
    byProperty.set(found, grouped);
    return grouped;
  };
};
