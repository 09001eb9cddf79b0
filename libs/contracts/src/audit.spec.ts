import { AUDITED_ACTS, auditedAct, thingOf, wayInOf } from './audit';

describe('what the audit trail speaks of', () => {
  it('knows the kind of thing of every act, also where the event names none', () => {
    for (const act of Object.keys(AUDITED_ACTS)) expect(thingOf(act)).toBe(Reflect.get(AUDITED_ACTS, act));
    expect(thingOf('account.list')).toBe('account');
    expect(thingOf('audit.view')).toBe('audit_event');
  });

  it('knows acts by the spelling of before', () => {
    expect(auditedAct('exchange.propose_date')).toBe('exchange.proposeDate');
    expect(thingOf('exchange.propose_date')).toBe('exchange');
  });

  it('calls what was refused before any act began a request, by its way in', () => {
    expect(wayInOf('graphql.sendExchange')).toBe('graphql');
    expect(wayInOf('rest.POST /api/session')).toBe('rest');
    expect(thingOf('rest.POST /api/session')).toBe('request');
    expect(wayInOf('session.start')).toBeNull();
  });

  it('says nothing of acts it does not know', () => {
    expect(thingOf('future.act')).toBeNull();
    expect(thingOf('toString')).toBeNull();
  });
});
