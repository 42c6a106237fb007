import { defineSearchAttributeKey, SearchAttributeType } from '@temporalio/common';

/** Search attributes of every process workflow: the stock tools filter by them. No attribute for lights: they are computed. */
export const CAMPAIGN_ATTRIBUTE = defineSearchAttributeKey('DuibiaoCampaign', SearchAttributeType.KEYWORD);
export const YEAR_ATTRIBUTE = defineSearchAttributeKey('DuibiaoYear', SearchAttributeType.INT);
export const ORGANISATION_ATTRIBUTE = defineSearchAttributeKey('DuibiaoOrganisation', SearchAttributeType.KEYWORD);
export const PHASE_ATTRIBUTE = defineSearchAttributeKey('DuibiaoPhase', SearchAttributeType.KEYWORD);
export const DUE_AT_ATTRIBUTE = defineSearchAttributeKey('DuibiaoDueAt', SearchAttributeType.DATETIME);
