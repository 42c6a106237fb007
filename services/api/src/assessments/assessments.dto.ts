import { z } from 'zod';
import { documentDto, versionsDto } from '../process/documents.dto';
import { handOverDto } from '../process/remarks.dto';
import { sheetBodyDto } from '../process/sheet.dto';

export { sheetBodyDto } from '../process/sheet.dto';

export type SheetBody = z.infer<typeof sheetBodyDto>;

/** A self-assessment, the superior's sheet, or a recheck's. */
export const assessmentDto = documentDto(sheetBodyDto, 'Assessment');

export const assessmentVersionsDto = versionsDto(sheetBodyDto, 'Assessment');

/** The second assessor: 0 differences is a signature; more send the sheet back to the first. */
export const countersignDto = handOverDto
  .extend({ differences: z.int().min(0).max(500).default(0) })
  .meta({ id: 'Countersign' });

export type Countersign = z.infer<typeof countersignDto>;
