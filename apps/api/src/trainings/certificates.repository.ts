import { Injectable } from '@nestjs/common';
import { Database } from '../platform/database';
import type { CertificateRow } from './training.row';

/** Reads certificates. */
@Injectable()
export class CertificatesRepository {
  constructor(private readonly database: Database) {}

  /** A person's certificates, the youngest first. */
  async findByAccount(accountId: string): Promise<CertificateRow[]> {
    return this.database.query<CertificateRow>(
      `select id, number, kind, account_id as "accountId", course_id as "courseId", issued_on::text as "issuedOn",
         expires_on::text as "expiresOn", revoked_on::text as "revokedOn"
       from certificate where account_id = $1 order by issued_on desc, id desc`,
      [accountId],
    );
  }
}
