import type { DocumentKind } from '@app/domain';

/** The pages on which papers are read and written, by the resource that holds their kind. */
const RESOURCES: Readonly<Partial<Record<DocumentKind, string>>> = {
  survey: 'surveys',
  'branch-plan': 'branch-plans',
  'self-assessment': 'assessments',
  'superior-assessment': 'assessments',
  'recheck-assessment': 'assessments',
  review: 'reviews',
  'organisation-plan': 'organisation-plans',
};

/** Where a paper is read or written; null for one without a page of its own. */
export function paperAddress(kind: string, id: string): string | null {
  const resource = RESOURCES[kind as DocumentKind];
  return resource === undefined ? null : `/${resource}/${id}`;
}
