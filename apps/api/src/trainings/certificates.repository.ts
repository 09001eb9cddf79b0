import { Injectable } from '@nestjs/common';
import { Database, type ReadStatement } from '../platform/database';
import type { CertificateRow } from './training.row';

/** The certificates of a person ($1), the youngest first. */
export const CERTIFICATES_OF: ReadStatement = {
  text: `select id, number, kind, account_id as "accountId", course_id as "courseId", issued_on::text as "issuedOn",
         expires_on::text as "expiresOn", revoked_on::text as "revokedOn"
       from certificate where account_id = $1 order by issued_on desc, id desc`,
  instants: [],
};

/** Reads certificates. */
@Injectable()
export class CertificatesRepository {
  constructor(private readonly database: Database) {}

  /** A person's certificates, the youngest first. */
  async findByAccount(accountId: string): Promise<CertificateRow[]> {
    return this.database.query<CertificateRow>(CERTIFICATES_OF, [accountId]);
  }
}
