import { z } from 'zod';
import { SURVEY_CLASSES } from '@app/domain';
import { batchOf } from '../process/batch';
import { idSchema } from '../edge/decorators';
import { documentDto, versionsDto } from '../process/documents.dto';
import { attributionFields } from '../edge/attribution.dto';

/** One answer for each dimension; 未发现 is an answer. */
export const surveyBodyDto = z
  .strictObject({
    answers: z
      .array(
        z.strictObject({ dimension: z.string().max(20), found: z.boolean(), note: z.string().max(2000).optional() }),
      )
      .max(50),
  })
  .meta({ id: 'SurveyBody' });

export type SurveyBody = z.infer<typeof surveyBodyDto>;

export const surveyDto = documentDto(surveyBodyDto, 'Survey');

export const surveyVersionsDto = versionsDto(surveyBodyDto, 'Survey');

export const openSurveyDto = z.strictObject({ branchRunId: idSchema, ...attributionFields }).meta({ id: 'OpenSurvey' });

export type OpenSurvey = z.infer<typeof openSurveyDto>;

export const openSurveysDto = batchOf(openSurveyDto, 'branchRunId', 'OpenSurveys');

export type OpenSurveys = z.infer<typeof openSurveysDto>;

export const confirmSurveyDto = z
  .strictObject({ surveyClass: z.enum(SURVEY_CLASSES), ...attributionFields })
  .meta({ id: 'ConfirmSurvey' });

export type ConfirmSurvey = z.infer<typeof confirmSurveyDto>;
