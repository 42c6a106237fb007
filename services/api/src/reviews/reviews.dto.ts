import { z } from 'zod';
import { REVIEW_RESULTS } from '@app/domain';
import { documentDto, versionsDto } from '../process/documents.dto';
import { reviewBodyDto } from '../process/sheet.dto';
import { attributionFields } from '../edge/attribution.dto';

export { reviewBodyDto } from '../process/sheet.dto';

export type ReviewBody = z.infer<typeof reviewBodyDto>;

export const reviewDto = documentDto(reviewBodyDto, 'Review');

export const reviewVersionsDto = versionsDto(reviewBodyDto, 'Review');

export const confirmReviewDto = z
  .strictObject({ result: z.enum(REVIEW_RESULTS), ...attributionFields })
  .meta({ id: 'ConfirmReview' });

export type ConfirmReview = z.infer<typeof confirmReviewDto>;
