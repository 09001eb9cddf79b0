import { signInByEmail } from '../shared-state';
import { Caller } from './caller';

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
  /** Auditors, one of each country. */
  carmen: 'carmen.ilie@anpis.example',
  krasimir: 'krasimir.atanasov@asp.example',
} as const;

/** Signs one of them in. */
export const signIn = (email: string): Promise<Caller> => Caller.signedIn(signInByEmail(email));
