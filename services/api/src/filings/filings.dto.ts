import { z } from 'zod';
import { batchOf } from '../http/batch';
import { idSchema } from '../http/decorators';
import { handOverDto } from '../http/remarks.dto';
import { spokenFields } from '../http/spoken.dto';

/** The digest of the generated result list as it was read. */
export const sendFilingDto = handOverDto.extend({ organisationRunId: idSchema }).meta({ id: 'SendFiling' });

export type SendFiling = z.infer<typeof sendFilingDto>;

export const sendFilingsDto = batchOf(sendFilingDto, 'SendFilings');

export type SendFilings = z.infer<typeof sendFilingsDto>;

export const registerFilingsDto = batchOf(z.strictObject({ id: idSchema, ...spokenFields }), 'RegisterFilings');

export type RegisterFilings = z.infer<typeof registerFilingsDto>;
