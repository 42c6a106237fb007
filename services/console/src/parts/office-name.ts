import { BODY_WORDS, ROLE_DEFINITIONS } from '@app/domain';
import type { components } from '../api/schema';
import { useWords } from '../words/words';

type Office = components['schemas']['OfficeRef'];
type Names = components['schemas']['Names'];

/** An office as people speak of it: whose, and which; the title of the committee's says whose it is. */
export function useOfficeName(): (office: Office, names: Names) => string {
  const say = useWords();
  return ({ role, bodyKind, bodyId }, names) => {
    const title = say(ROLE_DEFINITIONS[role]);
    return bodyKind === 'committee' ? title : `${names[bodyId]?.name ?? say(BODY_WORDS[bodyKind])} ${title}`;
  };
}
