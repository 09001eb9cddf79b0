import type { FileScan } from '@soc-coop/contracts';
import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { FileScanEnum } from '@soc-coop/dto';
import { PersonalData } from '../../../platform/graphql';

/** What files of drafts and messages both show. */
@ObjectType({ isAbstract: true })
abstract class FileCore {
  @Field(() => ID, { description: 'Identifier; the bytes are at `/api/v1/files/<id>`.' })
  id: string;

  @PersonalData()
  @Field(() => String, {
    nullable: true,
    description: 'The name it was given. Null for those who may not see persons: it may name one.',
  })
  name: string | null;

  @Field(() => Int, { description: 'Bytes.' })
  size: number;

  @Field({ description: 'Its kind, read from its content.' })
  mediaType: string;

  @Field({ description: 'SHA-256, hexadecimal, of its bytes.' })
  sha256: string;

  @Field(() => FileScanEnum, { description: 'How far the scanner is; only a clean file is given out.' })
  scan: FileScan;

  @Field({ description: 'When it was added.' })
  addedAt: Date;
}

/** A file that was sent. */
@ObjectType('ExchangeFile', {
  description:
    'A file sent with a message. Name, kind, size and hash are part of what the message vouches for.',
})
export class ExchangeFileModel extends FileCore {}

/** A file of a draft. */
@ObjectType('ExchangeDraftFile', {
  description: "A file attached to what the viewer's unit is still writing.",
})
export class ExchangeDraftFileModel extends FileCore {
  @Field({
    description: 'REQUEST, ANSWER, REQUEST_CORRECTION or ANSWER_CORRECTION: the draft it belongs to.',
  })
  part: string;
}
