import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('unit')
export class UnitEntity {
  @PrimaryColumn('uuid')
  id: string;

  @Column('text')
  code: string;

  @Column('text', { name: 'name_ro' })
  nameRo: string;

  @Column('text', { name: 'name_bg' })
  nameBg: string;

  @Column('text', { name: 'name_en' })
  nameEn: string;
}

@Entity('account')
export class AccountEntity {
  @PrimaryColumn('uuid')
  id: string;

  @Column('text', { name: 'given_name' })
  givenName: string;

  @Column('text', { name: 'family_name' })
  familyName: string;
}
