import type { Country, Locale, Trilingual } from '@soc-coop/contracts';
import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { CountryEnum, LocaleEnum } from '@soc-coop/dto';
import { TrilingualModel } from '../platform/graphql';

/** What kind of institution a unit is. */
@ObjectType('UnitKind', { description: 'What kind of institution a unit is.' })
export class UnitKindModel {
  @Field({ description: 'E.g. COUNTY_AGENCY.' })
  code: string;

  @Field(() => TrilingualModel, { description: 'Its name.' })
  name: Trilingual;
}

/** A county or district. */
@ObjectType('Territory', { description: 'A Romanian county or a Bulgarian district.' })
export class TerritoryModel {
  @Field(() => ID, { description: 'ISO 3166-2 code, e.g. RO-CT or BG-08.' })
  code: string;

  @Field(() => CountryEnum, { description: 'The country it lies in.' })
  country: Country;

  @Field({ description: 'NUTS-3 code, e.g. RO223.' })
  nuts3: string;

  @Field(() => TrilingualModel, { description: 'Its name.' })
  name: Trilingual;

  @Field({ description: 'True for the seven counties and eight districts along the common border.' })
  borderArea: boolean;
}

/** One way to reach a unit. */
@ObjectType('ContactPoint', { description: 'One way to reach a unit: an office, never a person.' })
export class ContactPointModel {
  @Field({ description: 'PHONE, EMAIL, SITE, ADDRESS or FAX.' })
  kind: string;

  @Field({ description: 'The number, address or link itself.' })
  value: string;

  @Field(() => String, { nullable: true, description: 'E.g. opening hours.' })
  note: string | null;
}

/** An organisation of the directory, at its place in the tree. */
@ObjectType('Unit', { description: 'An organisation of the directory, at its place in the tree.' })
export class UnitModel {
  @Field(() => ID, { description: 'Identifier.' })
  id: string;

  @Field({ description: 'Short code that never changes, e.g. RO-AJPIS-CT.' })
  code: string;

  @Field(() => CountryEnum, { description: 'The country it belongs to.' })
  country: Country;

  @Field(() => UnitKindModel, { description: 'What kind of institution it is.' })
  kind: UnitKindModel;

  @Field(() => TrilingualModel, { description: 'Full name.' })
  name: Trilingual;

  @Field(() => TrilingualModel, { description: 'Short name, as on lists.' })
  shortName: Trilingual;

  @Field(() => [LocaleEnum], { description: 'Languages its staff works in.' })
  languages: readonly Locale[];

  @Field({ description: 'False when it receives no new exchanges any more.' })
  active: boolean;

  @Field({ description: 'True when what its caseworkers send needs a second person’s approval.' })
  fourEyes: boolean;

  @Field({ description: 'True when name or place still have to be confirmed by the institution.' })
  openToCorrection: boolean;

  @Field(() => Int, { description: 'Pass it back when changing the unit.' })
  version: number;

  /** The unit above; the field `parent` resolves it. */
  parentId: string | null;
}
