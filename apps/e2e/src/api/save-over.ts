import { type Caller, freshKey } from './caller';
import { SAVE } from './operations';

interface Draft {
  readonly version: number;
  readonly replyingUnit: { readonly id: string };
  readonly draft: { readonly content: object; readonly subject: object };
}

/** A colleague changes the questions of a draft, over what is there now. */
export const saveOver = async (colleague: Caller, id: string, content: object): Promise<void> => {
  const { exchange } = await colleague.ask<{ exchange: Draft }>(
    'query Draft($id: ID!) { exchange(id: $id) { version replyingUnit { id } draft { content subject } } }',
    { id },
  );
  const { version, replyingUnit, draft } = exchange;
  const whole = {
    replyingUnit: replyingUnit.id,
    subject: draft.subject,
    content: { ...draft.content, ...content },
  };
  await colleague.ask(SAVE, { input: { id, version, ...whole, idempotencyKey: freshKey() } });
};
