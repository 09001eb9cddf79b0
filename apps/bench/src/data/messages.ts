import type pg from 'pg';
import { MESSAGE_PLAN } from './exchanges.sql';

/** Six hundred bytes or so, shaped as the form of type EX02 shapes them. */
const CONTENT = `case when kind = 'REQUEST' then jsonb_build_object(
    'purpose', 'P01',
    'background', 'Solicitantul declară că locuiește la adresa indicată împreună cu familia. Молим за проверка на адреса. Nr. ' || n,
    'address', jsonb_build_object('country', country, 'district', 'Constanța', 'locality', 'Constanța',
      'street', 'Strada Exemplului ' || n % 200),
    'period', jsonb_build_object('from', '2025-01-01', 'to', '2025-12-31'),
    'questions', jsonb_build_object('Q1', jsonb_build_object('asked', true, 'purpose', 'P01'),
      'Q2', jsonb_build_object('asked', true, 'purpose', 'P01')))
  else jsonb_build_object('answers', jsonb_build_object(
    'Q1', jsonb_build_object('registrations', jsonb_build_array(jsonb_build_object('kind', 'RESIDENCE', 'from', '2025-02-01',
      'address', jsonb_build_object('country', country, 'district', 'Добрич', 'locality', 'Добрич',
        'street', 'улица Примерна ' || n % 200)))),
    'Q2', jsonb_build_object('result', 'LIVES', 'since', '2025-02-01', 'remark', 'Проверено на място, лицето е намерено. ' || s)))
  end`;

const PLAIN = `
  insert into exchange_message (id, exchange_id, kind, version, side, author_id, author_unit_id, language, content,
    content_sha256, completeness, quality_mark, sent_at)
  select bench_load.id(5, m), bench_load.id(1, n), kind, version,
    case kind when 'REQUEST' then 'REQUESTER' else 'REPLIER' end, officer, unit, lower(country), ${CONTENT},
    encode(sha256(convert_to(m::text, 'UTF8')), 'hex'), case kind when 'ANSWER' then 'FULL' end,
    case kind when 'ANSWER' then 'Q1' end, at
  from bench_load.message order by m`;

/** Fills the messages, about three an exchange. */
export const fillMessages = async (client: pg.Client): Promise<void> => {
  await client.query(MESSAGE_PLAN);
  await client.query(PLAIN);
};
