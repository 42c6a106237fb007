import { BODY_WORDS, ROLE_DEFINITIONS } from '@app/domain';
import type { components } from '../api/schema';
import { useWords } from '../words/words';

type Office = components['schemas']['OfficeRef'];
type Names = components['schemas']['Names'];

/** An office as people speak of it: whose, and which. The committee's body is the campaign, whose name is not the committee's. */
export function useOfficeName(): (office: Office, names: Names) => string {
  const say = useWords();
  return ({ role, bodyKind, bodyId }, names) =>
    `${(bodyKind !== 'committee' && names[bodyId]?.name) || say(BODY_WORDS[bodyKind])} ${say(ROLE_DEFINITIONS[role])}`;
}
