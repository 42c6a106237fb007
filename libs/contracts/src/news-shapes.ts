import type { BranchRunNews, CampaignNews, OrganisationRunNews } from '@app/domain';
import type { FieldKind, NewsShapes } from './message-shape';

/** Every topic of a union of news with all of its fields; a topic or a field that is missing here does not compile. */
type ShapesOf<N extends { readonly topic: string }> = {
  readonly [T in N['topic']]: Readonly<
    Record<Exclude<keyof Extract<N, { readonly topic: T }>, 'topic'> & string, FieldKind>
  >;
};

/** What a branch's run can be told. */
export const BRANCH_NEWS: ShapesOf<BranchRunNews> & NewsShapes = {
  'target-set': { target: 'text', planId: 'text', dates: 'any' },
  listed: { listId: 'text' },
  decided: { decisionId: 'text' },
  struck: { decisionId: 'text' },
  filed: { filingId: 'text' },
  'filing-returned': { filingId: 'text' },
  registered: { filingId: 'text', bySilence: 'flag' },
  drawn: { spotCheckId: 'text', recheckId: 'text', area: 'any' },
  'not-drawn': { spotCheckId: 'text' },
  rechecked: { recheckId: 'text', verdict: 'text', score: 'number' },
  'pass-lost': { year: 'number' },
  'branch-dissolved': { reasonId: 'text', digest: 'text', documentNumber: 'text' },
  published: { publicationId: 'text' },
  recognised: { recognitionId: 'text' },
  'round-closed': { disposition: 'text' },
};

/** What an organisation's run can be told. */
export const ORGANISATION_NEWS: ShapesOf<OrganisationRunNews> & NewsShapes = {
  'survey-submitted': {},
  'branch-left': {},
  'registration-silent': {},
  'correction-missed': {},
  'round-closed': {},
};

/** What a campaign can be told. */
export const CAMPAIGN_NEWS: ShapesOf<CampaignNews> & NewsShapes = {
  'runs-started': { year: 'number', organisations: 'number', branches: 'number' },
};

/** A spot check is told nothing. */
export const SPOT_CHECK_NEWS: NewsShapes = {};
