import { shared, signInByEmail } from '../shared-state';
import { Caller, freshKey } from './caller';
import { unitId } from './first-case';
import { keptSession } from './kept-sessions';

/**
 * The invented people of the demonstration whom the journeys go with. All stories share one product, in any order and
 * some at the same time: nobody changes what is stored of an officer whom others go with too (language, saved lists,
 * password), nor counts what comes and goes in an office where others work. Who must, takes the officers of OWN.
 */
export const PEOPLE = {
  /** Caseworker of AJPIS Constanța. */
  elena: 'elena.popescu@ct.ajpis.example',
  /** Caseworker of AJPIS Constanța without any certificate. */
  andrei: 'andrei.marin@ct.ajpis.example',
  /** Caseworkers of РДСП Добрич. */
  maria: 'maria.ivanova@dob.asp.example',
  ivan: 'ivan.petrov@dob.asp.example',
  /** Caseworker of AJPIS Olt, who has no part in what Constanța and Dobrich do. */
  cristina: 'cristina.vlad@ot.ajpis.example',
  /** Coordinator and approver of AJPIS Constanța. */
  ioana: 'ioana.dumitru@ct.ajpis.example',
  radu: 'radu.ionescu@ct.ajpis.example',
  /** Caseworkers along the river: Giurgiu, Ruse, Vidin, Montana. */
  vasile: 'vasile.preda@gr.ajpis.example',
  kalina: 'kalina.marinova@rse.asp.example',
  silvia: 'silvia.kirova@vid.asp.example',
  borislav: 'borislav.mladenov@mon.asp.example',
  /** Caseworker and approver of AJPIS Dolj, which asks for a second officer. */
  lucian: 'lucian.neagu@dj.ajpis.example',
  camelia: 'camelia.stan@dj.ajpis.example',
  /** The same of РДСП Враца. */
  teodora: 'teodora.benkova@vrc.asp.example',
  plamen: 'plamen.ninov@vrc.asp.example',
  /** Coordinator of РДСП Добрич. */
  gergana: 'gergana.dimitrova@dob.asp.example',
  /** Auditors, one of each country. */
  carmen: 'carmen.ilie@anpis.example',
  krasimir: 'krasimir.atanasov@asp.example',
  /** Training organiser of AJPIS Constanța. */
  mihai: 'mihai.stoica@ct.ajpis.example',
  /** National coordinator of Romania. */
  florin: 'florin.voicu@anpis.example',
  /** Administrators, one of each country. */
  sorin: 'sorin.balan@anpis.example',
  desislava: 'desislava.todorova@asp.example',
} as const;

/** Officers and their offices that one file has for itself. */
export const OWN = {
  /** `writing`: caseworker of AJPIS Constanța who changes her language. */
  laura: 'laura.mihalache@ct.ajpis.example',
  /** `live`: Călărași, where the answers that are new are counted. */
  marius: 'marius.tudose@cl.ajpis.example',
  /** `lists`: Pleven, where a list is kept under a name, and its rows are counted. */
  petya: 'petya.hristova@pvn.asp.example',
  /** `keyboard`, and what `live` asks: Silistra, whose list is short enough to be gone through by Tab. */
  milen: 'milen.donev@sls.asp.example',
  /** `keyboard` and `lists`: Teleorman, which asks them; nothing is counted there. */
  george: 'george.lupu@tr.ajpis.example',
} as const;

/**
 * One of them, signed in: by a session that an earlier story left, if there is one. It must not be ended or changed;
 * who signs out or acts for another unit signs in anew.
 */
export const signIn = (email: string): Promise<Caller> => keptSession(signInByEmail(email));

/** The same for an officer of a smaller office, whom the list of sign-ins may leave out: the role is the password's end. */
export const signInAs = (email: string, role: 'caseworker' | 'approver'): Promise<Caller> => {
  const listed = shared().signIns.find((one) => one.email === email);
  return keptSession(listed ?? { role, unit: '', email, password: `Dunarea-2026-${role}` });
};

/** One of them with a session of their own. */
export const signInAnew = (email: string): Promise<Caller> => Caller.signedIn(signInByEmail(email));

const SPEAK =
  'mutation($to: Locale!, $key: String!) { setLocale(locale: $to, idempotencyKey: $key) { locale } }';

/** Says which language somebody writes in, for stories that hold a case to it. */
export const speaks = async (caller: Caller, to: 'ro' | 'bg'): Promise<void> => {
  await caller.ask(SPEAK, { to, key: freshKey() });
};

/** Somebody whom a test enters itself, so that nobody else minds what becomes of the account. */
export interface Newcomer {
  readonly id: string;
  readonly email: string;
  readonly password: string;
}

const NEWCOMERS = {
  ro: { givenName: 'Ancuța', familyName: 'Nouveanu' },
  bg: { givenName: 'Новка', familyName: 'Дошлева' },
};

const CREATE = `mutation Create($input: CreateAccountInput!) {
  createAccount(input: $input) { account { id } temporaryPassword }
}`;

/** Enters somebody new: a caseworker of AJPIS Constanța, unless told otherwise. */
export async function enter(
  administrator: Caller,
  { unit = 'RO-AJPIS-CT', role = 'CASEWORKER', locale = 'ro' } = {},
): Promise<Newcomer> {
  const email = `nou.${freshKey().slice(0, 8)}@ct.ajpis.example`;
  const input = {
    email,
    ...NEWCOMERS[locale === 'bg' ? 'bg' : 'ro'],
    locale,
    memberships: [{ unit: await unitId(administrator, unit), role }],
    idempotencyKey: freshKey(),
  };
  const { createAccount } = await administrator.ask<{
    createAccount: { account: { id: string }; temporaryPassword: string };
  }>(CREATE, { input });
  return { id: createAccount.account.id, email, password: createAccount.temporaryPassword };
}
