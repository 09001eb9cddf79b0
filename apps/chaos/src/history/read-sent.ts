import type pg from 'pg';
import type { FileFact, MessageFact } from './facts';
import { groupBy } from './grouping';
import { makeOpener, type Opener } from './unsealed';

const MESSAGES = `select m.id, m.exchange_id as "exchangeId", m.kind, m.version, m.content_sha256 as sha256,
    m.language, m.completeness, m.quality_mark as "qualityMark", m.sent_at as "sentAt", m.sealed,
    k.wrapped_key as "wrappedKey", e.number, e.type_code as type, e.form_version as "formVersion",
    m.author_unit_id as "from",
    case m.kind when 'REQUEST' then e.replying_unit_id else e.requesting_unit_id end as "to",
    s.id as "subjectId", s.wrapped_key as "subjectKey", s.sealed as "subjectSealed"
  from exchange_message m join exchange e on e.id = m.exchange_id
    join exchange_key k on k.exchange_id = m.exchange_id
    left join subject s on s.exchange_id = m.exchange_id and m.kind = 'REQUEST'
  order by m.exchange_id, m.kind, m.version`;
const FILES = `select f.id, f.exchange_id as "exchangeId", f.message_id as "messageId", f.sealed, f.media_type as "mediaType",
    f.size, c.scan
  from exchange_file f join exchange_file_content c on c.id = f.content_id
  order by f.added_at, f.id`;

interface MessageRow {
  readonly id: string;
  readonly exchangeId: string;
  readonly kind: string;
  readonly version: number;
  readonly sha256: string;
  readonly language: string;
  readonly completeness: string | null;
  readonly qualityMark: string | null;
  readonly sentAt: Date;
  readonly sealed: string;
  readonly wrappedKey: string;
  readonly number: string;
  readonly type: string;
  readonly formVersion: number;
  readonly from: string;
  readonly to: string;
  readonly subjectId: string | null;
  readonly subjectKey: string | null;
  readonly subjectSealed: string | null;
}

interface FileRow {
  readonly id: string;
  readonly exchangeId: string;
  readonly messageId: string | null;
  readonly sealed: string;
  readonly mediaType: string;
  readonly size: number;
  readonly scan: string;
}

/** The person as the officer wrote it: what is kept has the transliterated names besides. */
const personOf = (opener: Opener, { subjectId, subjectKey, subjectSealed }: MessageRow): unknown => {
  if (subjectId === null || subjectKey === null || subjectSealed === null) return null;
  const person = opener.person(subjectId, subjectKey, subjectSealed);
  const derived = new Set(['familyNameLatin', 'givenNameLatin']);
  return Object.fromEntries(Object.entries(person).filter(([name]) => !derived.has(name)));
};

const listed = (opener: Opener, { id, sealed, mediaType, size }: FileRow): object => ({
  ...opener.label(id, sealed),
  mediaType,
  size,
});

const messageOf = (opener: Opener, row: MessageRow, files: readonly FileRow[]): MessageFact => {
  const { id, exchangeId, kind, version, sha256, type, formVersion, from, to, language } = row;
  const said = {
    exchange: row.number,
    type,
    formVersion,
    kind,
    version,
    from,
    to,
    language,
    subject: personOf(opener, row),
    content: opener.content(exchangeId, row.wrappedKey, id, row.sealed),
    completeness: row.completeness,
    qualityMark: row.qualityMark,
    sentAt: row.sentAt.toISOString(),
    ...(files.length === 0 ? {} : { files: files.map((file) => listed(opener, file)) }),
  };
  return { id, exchangeId, kind, version, sha256, said };
};

/** Messages and files, opened; within the caller's snapshot. */
export const readSent = async (
  client: pg.Client,
): Promise<{ readonly messages: readonly MessageFact[]; readonly files: readonly FileFact[] }> => {
  const opener = makeOpener();
  const { rows: files } = await client.query<FileRow>(FILES);
  const { rows: messages } = await client.query<MessageRow>(MESSAGES);
  const filesOf = groupBy(files, ({ messageId }) => messageId);
  return {
    messages: messages.map((row) => messageOf(opener, row, filesOf.get(row.id) ?? [])),
    files: files.map(({ id, exchangeId, scan, sealed }) => ({
      id,
      exchangeId,
      scan,
      sha256: opener.label(id, sealed).sha256,
    })),
  };
};
