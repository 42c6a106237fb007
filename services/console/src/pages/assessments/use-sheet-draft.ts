import { useMe } from '../../app/me';
import { type OpenDraft, useDraft } from '../../app/use-draft';
import { api, client } from '../../client';
import type { Assessment, SheetBody } from './sheet';

/** A sheet as it is written, whoever writes it. */
export function useSheetDraft(assessment: Assessment) {
  const { id } = assessment;
  const path = { id };
  return useDraft<SheetBody>(assessment, {
    id,
    queryKey: api.queryOptions('get', '/api/v1/assessments/{id}', { params: { path } }).queryKey,
    save: async (body, etag) => {
      const params = { path, header: { 'If-Match': etag } };
      return (await client.PUT('/api/v1/assessments/{id}', { params, body })).data as Assessment;
    },
    read: async () => (await client.GET('/api/v1/assessments/{id}', { params: { path } })).data as Assessment,
  });
}

/** What another confirmed is not his who is to hand the sheet over (0020): his ticks begin blank. */
export function useOwnTicks(draft: OpenDraft<SheetBody>, isWriting: boolean) {
  const { me } = useMe();
  const isOthers = isWriting && draft.state === 'saved' && draft.saved.authorId !== me.personId;
  return { draft: isOthers ? { ...draft, body: { ...draft.body, confirmed: [] } } : draft, isOthers };
}
