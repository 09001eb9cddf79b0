import { Injectable } from '@nestjs/common';
import { Acts } from '../../../platform/acts';
import { currentActor } from '../../../platform/context';
import { type GraphqlContext, loaderOf } from '../../../platform/graphql';
import { CaseFiles, type SeenFile } from '../case-files';

const MESSAGE = Symbol('files of messages');
const DRAFT = Symbol('files of drafts');

/**
 * The files of messages and drafts, a few queries however many there are. Whoever asks has come by way of the
 * exchange, whose reading is audited.
 */
@Injectable()
export class FilesLoader {
  constructor(
    private readonly acts: Acts,
    private readonly files: CaseFiles,
  ) {}

  /** The files of a message. */
  async ofMessage(context: GraphqlContext, messageId: string): Promise<readonly SeenFile[]> {
    const load = async (ids: readonly string[]): Promise<(readonly SeenFile[])[]> => {
      const actor = currentActor();
      const files = await this.acts.look(actor, () => this.files.ofMessages(actor, ids));
      return ids.map((id) => files.filter((file) => file.messageId === id));
    };
    return loaderOf(context, MESSAGE, load).load(messageId);
  }

  /** The files of what the viewer's unit is writing in an exchange. */
  async inDrafts(context: GraphqlContext, exchangeId: string): Promise<readonly SeenFile[]> {
    const load = async (ids: readonly string[]): Promise<(readonly SeenFile[])[]> => {
      const actor = currentActor();
      const files = await this.acts.look(actor, () => this.files.inDrafts(actor, ids));
      return ids.map((id) => files.filter((file) => file.exchangeId === id));
    };
    return loaderOf(context, DRAFT, load).load(exchangeId);
  }
}
