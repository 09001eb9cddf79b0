import type { SignIn } from '../product';
import { shared, signInByEmail } from '../shared-state';
import { Caller, freshKey } from './caller';
import { unitId } from './first-case';

/** The invented people of the demonstration whom the journeys go with. */
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

/** Signs one of them in. */
export const signIn = (email: string): Promise<Caller> => Caller.signedIn(signInByEmail(email));

/** Signs in an officer of a smaller office, whom the list of sign-ins may leave out: the role is the password's end. */
export const signInAs = (email: string, role: 'caseworker' | 'approver'): Promise<Caller> => {
  const listed = shared().signIns.find((one) => one.email === email);
  const said: SignIn = { role, unit: '', email, password: `Dunarea-2026-${role}` };
  return Caller.signedIn(listed ?? said);
};

/** Somebody whom a test enters itself, so that nobody else minds what becomes of the account. */
export interface Newcomer {
  readonly id: string;
  readonly email: string;
  readonly password: string;
}

const CREATE = `mutation Create($input: CreateAccountInput!) {
  createAccount(input: $input) { account { id } temporaryPassword }
}`;

/** Enters a new caseworker of AJPIS Constanța. */
export async function enter(administrator: Caller): Promise<Newcomer> {
  const email = `nou.${freshKey().slice(0, 8)}@ct.ajpis.example`;
  const input = {
    email,
    givenName: 'Ancuța',
    familyName: 'Nouveanu',
    locale: 'ro',
    memberships: [{ unit: await unitId(administrator, 'RO-AJPIS-CT'), role: 'CASEWORKER' }],
    idempotencyKey: freshKey(),
  };
  const { createAccount } = await administrator.ask<{
    createAccount: { account: { id: string }; temporaryPassword: string };
  }>(CREATE, { input });
  return { id: createAccount.account.id, email, password: createAccount.temporaryPassword };
}
