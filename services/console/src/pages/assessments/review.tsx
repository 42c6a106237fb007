import { DOCUMENT_WORDS } from '@app/domain';
import { getRouteApi } from '@tanstack/react-router';
import { useProgramme } from '../../app/programme';
import { api } from '../../client';
import { Loaded } from '../../parts/loaded';
import { RunHead } from '../../parts/run-head';
import { useWords } from '../../words/words';
import { ReviewConfirming } from './review-confirming';
import { ReviewForm } from './review-form';
import '../../parts/run.css';

const route = getRouteApi('/office/reviews/$id');

/** 复查: the last sheet and what changed since, written by the branch, read and confirmed by the office above. */
export function ReviewPage() {
  const say = useWords();
  const { id } = route.useParams();
  const query = api.useQuery('get', '/api/v1/reviews/{id}', { params: { path: { id } } });
  const programme = useProgramme();
  const runId = query.data?.runId;
  const run = api.useQuery(
    'get',
    '/api/v1/branch-runs/{id}',
    { params: { path: { id: runId ?? '' } } },
    { enabled: runId !== undefined },
  );
  return (
    <>
      <RunHead title={say(DOCUMENT_WORDS.review)} runId={runId} />
      <Loaded query={query} rows={12}>
        {(review) => (
          <Loaded query={programme}>
            {(rules) => (
              <Loaded query={run}>
                {({ allowedActions }) =>
                  allowedActions.includes('confirmReview') && review.frozenAt !== null ? (
                    <ReviewConfirming review={review} programme={rules} />
                  ) : (
                    <ReviewForm
                      key={id}
                      review={review}
                      programme={rules}
                      maySubmit={allowedActions.includes('submitReview')}
                    />
                  )
                }
              </Loaded>
            )}
          </Loaded>
        )}
      </Loaded>
    </>
  );
}
